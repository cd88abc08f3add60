/// Where a part of a row stands among its neighbours, and the space around it in eighteenths of an em.
struct Placement {
  /// The class its neighbours make it: a binary operator without an operand is ordinary.
  var kind: MathClass
  /// The class its right neighbour sees.
  var rightKind: MathClass
  /// The space that the part itself, an operator, is to have.
  var left = 0
  var right = 0
  /// The space before it that no operator carries.
  var gap = 0
  /// The class of its right neighbour, if it has one.
  var next: MathClass?
}

extension Placement {
  /// The placements of a row's parts in the order they are read, those inside colours and styles included.
  ///
  /// A space is no part: it changes nothing for its neighbours, as in TeX.
  ///
  /// - Parameter before: the class that the row's first part follows, if any.
  static func all(in nodes: [MathNode], style: MathStyle, before: MathClass?) -> [Placement] {
    var atoms: [(node: MathNode, style: MathStyle)] = []
    collect(nodes, style, into: &atoms)
    var placements = atoms.map { Placement(kind: $0.node.leftClass, rightKind: $0.node.rightClass) }
    resolve(&placements, atoms.map(\.node), before: before)
    for index in placements.indices.dropFirst() {
      let left = index - 1
      let space = MathClass.space(
        between: placements[left].rightKind, and: placements[index].kind,
        isScript: atoms[index].style.isScript)
      placements[left].next = placements[index].kind
      let leftSign = atoms[left].node.coreOperator
      let rightSign = atoms[index].node.coreOperator
      // The space goes to the operator that has it by itself, so that few need to be told.
      if let sign = leftSign,
        rightSign == nil
          || OperatorDictionary.looksLike(
            OperatorDictionary.spacing(of: sign, placements[left].form(of: sign)).right, space)
      {
        placements[left].right = space
      } else if rightSign != nil {
        placements[index].left = space
      } else {
        placements[index].gap = space
      }
    }
    if before != nil, let first = atoms.first, first.node.coreOperator != nil {
      placements[0].left = MathClass.space(
        between: .ordinary, and: placements[0].kind, isScript: first.style.isScript)
    }
    return placements
  }

  /// The form that an operator has by its place, where it has several.
  func form(of sign: String) -> OperatorDictionary.Form {
    guard OperatorDictionary.hasSeveralForms(sign) else { return .infix }
    return switch kind {
    case .binary, .relation: .infix
    case .closing: .postfix
    case .ordinary where sign == "|": .postfix
    default: .prefix
    }
  }

  private static func collect(
    _ nodes: [MathNode], _ style: MathStyle, into atoms: inout [(node: MathNode, style: MathStyle)]
  ) {
    for node in nodes {
      switch node {
      case .space: break
      case .coloured(let inner, _): collect(inner, style, into: &atoms)
      case .styled(let inner, let own): collect(inner, own, into: &atoms)
      default: atoms.append((node, style))
      }
    }
  }

  /// Makes binary operators without an operand ordinary (The TeXbook, appendix G, rules 5 and 6), and a bar that can
  /// close nothing an opening one.
  private static func resolve(_ placements: inout [Placement], _ nodes: [MathNode], before: MathClass?) {
    var last = before
    for index in placements.indices {
      let lacksOperand = last?.lacksOperandAfter ?? true
      if placements[index].kind == .binary, lacksOperand { placements[index].become(.ordinary) }
      if nodes[index].isBar, lacksOperand { placements[index].become(.opening) }
      if index > 0, placements[index - 1].rightKind == .binary, placements[index].kind.lacksOperandBefore {
        placements[index - 1].become(.ordinary)
      }
      last = placements[index].rightKind
    }
    if let end = placements.indices.last, placements[end].rightKind == .binary {
      placements[end].become(.ordinary)
    }
  }

  private mutating func become(_ kind: MathClass) {
    self.kind = kind
    rightKind = kind
  }
}

extension MathNode {
  /// The class its left neighbour sees.
  var leftClass: MathClass {
    switch self {
    case .symbol(_, let kind), .delimiter(_, _, let kind), .classed(_, let kind): kind
    case .largeOperator, .function: .operation
    case .scripts(let scripts): scripts.base.leftClass
    case .stack(let base, _, _): base.leftClass
    case .arrow: .relation
    case .fenced: .opening
    case .middle: .closing
    default: .ordinary
    }
  }

  /// The class its right neighbour sees.
  var rightClass: MathClass {
    switch self {
    case .fenced: .closing
    case .middle: .opening
    case .scripts(let scripts): scripts.base.rightClass
    case .stack(let base, _, _): base.rightClass
    default: leftClass
    }
  }

  /// The sign of the operator that carries the space around it, if it is built around one.
  var coreOperator: String? {
    switch self {
    case .symbol(let sign, _), .largeOperator(let sign, _), .delimiter(let sign, _, _), .middle(let sign),
      .arrow(let sign, _, _):
      sign
    case .scripts(let scripts): scripts.base.coreOperator
    case .stack(let base, _, _): base.coreOperator
    case .classed(let node, _): node.coreOperator
    case .row(let nodes) where nodes.count == 1: nodes[0].coreOperator
    default: nil
    }
  }

  /// Whether it is a bar that may open or close.
  fileprivate var isBar: Bool {
    switch self {
    case .symbol("|", .ordinary), .symbol("‖", .ordinary): true
    case .scripts(let scripts): scripts.base.isBar
    default: false
    }
  }
}
