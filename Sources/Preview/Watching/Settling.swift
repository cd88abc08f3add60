/// Tells when files that change have come to rest, and are others than those that were built.
struct Settling<Instant: InstantProtocol> where Instant.Duration == Duration {
  /// How long nothing changes before a change counts: an editor or a version control system writes several files.
  static var pause: Duration { .milliseconds(100) }

  private let built: FolderState?
  private(set) var latest: FolderState
  private var changed: Instant

  /// Begins to look.
  ///
  /// - Parameters:
  ///   - built: what was built; none where the last build was given up.
  ///   - latest: what was last seen.
  ///   - now: when.
  init(built: FolderState?, latest: FolderState, at now: Instant) {
    (self.built, self.latest, changed) = (built, latest, now)
  }

  /// Whether there is something to build.
  var isPending: Bool { latest != built }

  /// Takes note of what the files are now.
  ///
  /// - Returns: whether they are to be built.
  mutating func settles(as state: FolderState, at now: Instant) -> Bool {
    if state != latest { (latest, changed) = (state, now) }
    return isPending && changed.duration(to: now) >= Self.pause
  }
}
