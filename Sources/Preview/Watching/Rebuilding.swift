/// Builds, and builds again whenever the files have changed, until the task is cancelled.
///
/// 1. The files are looked at, then built.
/// 2. If an input changes meanwhile, the build is given up: it would be of no use.
/// 3. Other files that change meanwhile are taken as they are: the programs of chapters may have written them, and would do
///    so again each time.
/// 4. When the files have settled as something that is not built, all begins anew.
///
/// So what is there last is always built, and nothing is built twice for one change.
struct Rebuilding<Time: Clock>: Sendable where Time.Duration == Duration {
  /// Tells what the files are now.
  var look: @Sendable () -> FolderState
  /// Builds what is there. An error that it throws ends all, but for that of a build that was given up.
  var build: @Sendable () async throws -> Void
  var clock: Time

  /// How long after a look the next one follows, where nothing changes and where something did.
  private var idle: Duration { .milliseconds(150) }
  private var busy: Duration { .milliseconds(50) }

  /// - Throws: `CancellationError`, or what a build throws.
  func run() async throws {
    var state = look()
    while true {
      let isGivenUp = try await build(unlessInputsChangeFrom: state)
      let now = look()
      state.others = now.others
      var settling = Settling(built: isGivenUp ? nil : state, latest: now, at: clock.now)
      repeat {
        try await clock.sleep(for: settling.isPending ? busy : idle)
      } while !settling.settles(as: look(), at: clock.now)
      state = settling.latest
    }
  }

  /// - Returns: whether the build was given up.
  private func build(unlessInputsChangeFrom state: FolderState) async throws -> Bool {
    let building = Task { try await build() }
    let watching = Task {
      repeat { try await clock.sleep(for: idle) } while look().inputs == state.inputs
      building.cancel()
    }
    let result = await withTaskCancellationHandler {
      await building.result
    } onCancel: {
      building.cancel()
    }
    watching.cancel()
    let isGivenUp: Bool
    if case .success = await watching.result { isGivenUp = true } else { isGivenUp = false }
    try Task.checkCancellation()
    if !isGivenUp { try result.get() }
    return isGivenUp
  }
}
