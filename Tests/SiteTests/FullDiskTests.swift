import Foundation
import Testing

#if os(Linux)
  /// File systems that are full or cannot be written: the author is told, and the site stays as it was.
  ///
  /// They are small ones in memory, which only root may mount, and not in every container.
  @Suite(.enabled(if: Mount.isAllowed, "only root may mount a file system"))
  struct FullDiskTests {
    /// A book with a site, and a build of another version of it.
    private func build(
      _ prepare: @escaping @Sendable (TemporaryBook, OwnPackage) throws -> Mount
    ) async throws -> (errors: String, status: Int32) {
      let book = try TemporaryBook(["a": "# A\n\n" + cell("1"), "b": "# B\n"])
      let package = try await OwnPackage(for: book)
      return try await Workshop.shared.inTurn {
        let first = try Command(["book", "--output", "disk/site"] + package.arguments, in: book.folder)
        #expect(await first.status() == 0, "\(first.errors)")
        let mount = try prepare(book, package)
        defer { mount.remove() }
        let before = try files(in: book.folder.appending(path: "disk/site"))
        try book.write("# A\n\n" + cell("2") + String(repeating: "word\n\n", count: 20_000), to: "book/a.md")
        let command = try Command(["book", "--output", "disk/site"] + package.arguments, in: book.folder)
        let status = await command.status()
        if status != 0 {
          #expect(try files(in: book.folder.appending(path: "disk/site")) == before)
        }
        let beside = try FileManager.default.contentsOfDirectory(
          atPath: book.folder.appending(path: "disk").path)
        #expect(beside == ["site"])
        return (command.errors, status)
      }
    }

    @Test func theSitesDiskIsFull() async throws {
      let (errors, status) = try await build { book, _ in
        let disk = book.folder.appending(path: "disk")
        let site = try files(in: disk.appending(path: "site"))
        let mount = try Mount(at: disk, options: "size=128k")
        for (path, content) in site {
          try book.write(String(decoding: content, as: UTF8.self), to: "disk/site/\(path)")
        }
        return mount
      }
      #expect(status == 1)
      #expect(errors.contains("disk/site:1:1: error: the site cannot be written here: "))
      #expect(errors.contains("[unwritable-site]"))
    }

    @Test func theDiskOfTheSitesFolderIsReadOnly() async throws {
      let (errors, status) = try await build { book, _ in
        try Mount(at: book.folder.appending(path: "disk"), options: "bind", readOnly: true)
      }
      #expect(status == 1)
      #expect(errors.contains("a site cannot be written here: "))
    }

    @Test func theSiteItselfIsReadOnly() async throws {
      let (errors, status) = try await build { book, _ in
        try Mount(at: book.folder.appending(path: "disk/site"), options: "bind", readOnly: true)
      }
      #expect(status == 1)
      #expect(errors.contains("/disk/site' is not a folder one may write to [unwritable-site]"))
    }

    /// A folder in which a file system is mounted cannot be exchanged for another.
    @Test func theSiteIsAMountedDisk() async throws {
      let (errors, status) = try await build { book, _ in
        try Mount(at: book.folder.appending(path: "disk/site"), options: "bind")
      }
      #expect(status == 1)
      #expect(errors.contains("the site cannot be written here: "))
    }

    @Test func theDiskForTemporaryFilesIsFull() async throws {
      let (errors, status) = try await build { book, _ in
        try Mount(at: book.folder.appending(path: "tmp"), options: "size=8k")
      }
      #expect(status == 1)
      #expect(errors.contains("rror: "), "\(errors)")
    }

    /// What cannot be kept will be run again.
    @Test func theDiskForRecordsIsFull() async throws {
      let (errors, status) = try await build { _, package in
        try Mount(at: package.cache, options: "size=4k,nr_inodes=2")
      }
      #expect(status == 0, "\(errors)")
    }
  }

  /// A file system that is mounted on a folder.
  private struct Mount {
    static let isAllowed: Bool = {
      let folder = FileManager.default.temporaryDirectory.appending(path: "mount-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
        let mount = try? Mount(at: folder, options: "size=64k")
      else { return false }
      mount.remove()
      return true
    }()

    private let folder: URL
    private struct Refused: Error {}

    /// Mounts one of some size, or with `bind` the folder itself.
    init(at folder: URL, options: String, readOnly: Bool = false) throws {
      self.folder = folder
      let kind = options == "bind" ? ["--bind", folder.path] : ["-t", "tmpfs", "-o", options, "tmpfs"]
      guard Mount.run(["mount"] + kind + [folder.path]) else { throw Refused() }
      if readOnly, !Mount.run(["mount", "-o", "remount,bind,ro", folder.path]) {
        remove()
        throw Refused()
      }
    }

    func remove() { _ = Mount.run(["umount", "-l", folder.path]) }

    private static func run(_ words: [String]) -> Bool {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = words
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }
#endif
