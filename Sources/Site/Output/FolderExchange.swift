import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Gives two folders each other's names in one step, so that at no moment either name is missing.
///
/// - Returns: whether it was done; a kernel or a file system that cannot do it changes nothing.
func exchangeFolders(_ first: URL, _ second: URL) -> Bool {
  #if os(Linux)
    // The C library has had the call since 2.28, but its header shows it to C programs alone.
    typealias Rename =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    let exchange: UInt32 = 2
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first.path, AT_FDCWD, second.path, exchange) == 0
  #elseif canImport(Darwin)
    return renamex_np(first.path, second.path, UInt32(RENAME_SWAP)) == 0
  #else
    return false
  #endif
}
