import Notebook

/// The page that a host shows for an address where there is none.
enum LostPage {
  /// The page's file, as the hosts of static sites want it.
  static let file = "404.html"

  /// The page of a book.
  ///
  /// - Parameter contents: the table of contents, from how the page reaches the site's folder.
  static func page(of book: Book, contents: (_ root: String) -> String) -> Page {
    let address = book.settings.address
    let root = address ?? ""
    var page = Page(
      title: "There is no such page", book: book.title, file: file, address: address, root: root,
      contents: contents(root),
      article: "<h1>There is no such page</h1>\n<p>The contents list those that there are.</p>\n")
    if address == nil { page.ownStyleAndScripts = ownStyleAndScripts }
    return page
  }

  /// The page loads nothing where it does not know the site's folder: it is shown for any address, in any folder. A
  /// script finds the folder for its links. The links within the page, which a base would have lead away from it, are
  /// given its own address.
  private static let ownStyleAndScripts = """
    <style>
    \(String(decoding: StyleSheets.common, as: UTF8.self))</style>
    <script>
    \(String(decoding: PackageResources.site_js, as: UTF8.self))
    // The site is in the nearest folder above that has its script.
    (() => {
      const { pathname, protocol, search } = location;
      const has = (folder) => {
        const request = new XMLHttpRequest();
        request.open("HEAD", `${folder}site.js`, false);
        request.send();
        return request.status === 200;
      };
      if (!protocol.startsWith("http")) return;
      let folder = pathname.replace(/[^/]*$/, "");
      while (folder !== "/" && !has(folder)) folder = folder.replace(/[^/]*\\/$/, "");
      document.head.append(Object.assign(document.createElement("base"), { href: folder }));
      addEventListener("DOMContentLoaded", () => {
        for (const link of document.querySelectorAll('a[href^="#"]')) link.href = pathname + search + link.hash;
      });
    })();
    </script>
    """
}
