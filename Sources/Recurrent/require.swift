/// Stops the program with a message that names what does not fit, in every build.
///
/// `precondition` drops its message under -O, and a chapter is built with -O: its reader is shown the
/// message of a trap. Embedded Swift has no dynamic messages, so there only the trap remains.
@inlinable
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  #if hasFeature(Embedded)
    precondition(condition)
  #else
    if !condition { preconditionFailed(message()) }
  #endif
}

#if !hasFeature(Embedded)
  @usableFromInline
  func preconditionFailed(_ message: String) -> Never {
    fatalError(message)
  }
#endif
