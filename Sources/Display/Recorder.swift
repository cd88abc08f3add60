#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Where the program of a chapter writes its events.
///
/// There is one for a process, opened by the first call that needs it, from what the engine put into the
/// environment. Without an engine, in a program of one's own, what is shown is printed.
struct Recorder: Sendable {
  /// The recorder of this process.
  static let shared = Recorder()

  /// The names of the environment's variables that the engine sets.
  enum Variable {
    static let events = "BOOK_EVENTS"
    static let memory = "BOOK_MEMORY"
    static let output = "BOOK_OUTPUT"
  }

  private let file: Int32?
  private let process: Int32
  /// The standard output as it was at first, whatever a cell does to its number.
  private let output: Int32

  private init() {
    process = getpid()
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    file = Recorder.environment(Variable.events).flatMap { path in
      let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      return file < 0 ? nil : file
    }
  }

  /// Whether an engine listens.
  var isListening: Bool { file != nil }

  /// Writes an event, after all that was printed before it.
  ///
  /// A process that the chapter forked is not the chapter: what it shows is left out.
  func record(_ event: Event) {
    guard let file, getpid() == process else { return }
    fflush(nil)
    var status = stat()
    let printed = fstat(output, &status) == 0 ? Int(status.st_size) : 0
    let bytes = TimedEvent(printedBytes: printed, event: event).encoded
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      written += max(count, 0)
    }
  }

  /// Takes on the limits of the run: private memory and the size of any file it writes.
  ///
  /// They are the process's own, so the kernel keeps them without anyone watching.
  func limitProcess() {
    if let bytes = Recorder.environment(Variable.memory).flatMap({ UInt($0) }) {
      limit(RLIMIT_DATA, to: bytes)
    }
    if let bytes = Recorder.environment(Variable.output).flatMap({ UInt($0) }) {
      limit(RLIMIT_FSIZE, to: bytes)
    }
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  #if canImport(Glibc)
    private func limit(_ resource: __rlimit_resource, to bytes: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  #else
    private func limit(_ resource: Int32, to bytes: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
      setrlimit(resource, &limit)
    }
  #endif
}
