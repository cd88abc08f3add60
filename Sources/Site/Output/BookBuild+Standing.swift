extension BookBuild {
  /// Whether a site that build-book made stands in the output folder, from this build or an earlier one.
  public var hasSite: Bool { SiteFolder(path: output).isSite }
}
