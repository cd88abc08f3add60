extension Parser {
  func isScriptSign(_ token: Token) -> Bool {
    switch token.kind {
    case .character("^"), .character("_"), .character("'"): true
    default: false
    }
  }

  /// Reads the scripts and primes that follow a base.
  mutating func scripted(_ base: MathNode) -> MathNode {
    var scripts = Scripts(base: base)
    while true {
      let token = tokens.peek()
      switch token.kind {
      case .character("'"):
        _ = tokens.next()
        if scripts.sup == nil { scripts.primes += 1 } else { report(.doubleSuperscript, token.range) }
      case .character("^"):
        _ = tokens.next()
        if scripts.sup != nil { report(.doubleSuperscript, token.range) }
        let script = argument(of: "^", token)
        if let primes = script.primes { scripts.primes += primes } else { scripts.sup = script }
      case .character("_"):
        _ = tokens.next()
        if scripts.sub != nil { report(.doubleSubscript, token.range) }
        scripts.sub = argument(of: "_", token)
      case .command(let name):
        guard case .limits(let limits)? = Construct.byCommand[name] else { return scripts.node }
        _ = tokens.next()
        if let base = scripts.base.with(limits) {
          scripts.base = base
        } else {
          report(.misplacedLimits("\\" + name), token.range)
        }
      default: return scripts.node
      }
    }
  }
}

extension Scripts {
  fileprivate var node: MathNode { sub == nil && sup == nil && primes == 0 ? base : .scripts(self) }
}

extension MathNode {
  /// How many primes it is, if it is nothing else.
  fileprivate var primes: Int? {
    switch self {
    case .identifier("′", _): 1
    case .row(let nodes) where !nodes.isEmpty && nodes.allSatisfy { $0 == nodes[0] && $0.primes == 1 }:
      nodes.count
    default: nil
    }
  }

  /// An operator with its limits elsewhere; none for what has no limits.
  fileprivate func with(_ limits: Limits) -> MathNode? {
    switch self {
    case .largeOperator(let sign, _): .largeOperator(sign, limits)
    case .function(let name, _): .function(name, limits)
    case .classed(let node, .operation): .function(node, limits)
    default: nil
    }
  }
}
