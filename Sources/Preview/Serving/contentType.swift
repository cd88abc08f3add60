/// The media type of a file, by what its name ends with.
func contentType(of name: String) -> String {
  switch name.split(separator: ".").last?.lowercased() {
  case "html", "htm": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js", "mjs": "text/javascript; charset=utf-8"
  case "json": "application/json"
  case "svg": "image/svg+xml"
  case "txt", "md", "swift": "text/plain; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "xml": "application/xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "avif": "image/avif"
  case "ico": "image/vnd.microsoft.icon"
  case "woff2": "font/woff2"
  case "woff": "font/woff"
  case "ttf": "font/ttf"
  case "otf": "font/otf"
  case "wasm": "application/wasm"
  case "pdf": "application/pdf"
  case "mp4": "video/mp4"
  case "webm": "video/webm"
  case "epub": "application/epub+zip"
  default: "application/octet-stream"
  }
}
