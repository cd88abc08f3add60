/// Commands that stand for a letter or something used like one.
enum Letters {
  /// Letters slanted as Latin variables are, by command.
  static let slanted: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "varkappa": "ϰ", "lambda": "λ",
    "mu": "μ",
    "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
    "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω",
    "varGamma": "Γ", "varDelta": "Δ", "varTheta": "Θ", "varLambda": "Λ", "varXi": "Ξ", "varPi": "Π",
    "varSigma": "Σ", "varUpsilon": "Υ", "varPhi": "Φ", "varPsi": "Ψ", "varOmega": "Ω", "partial": "∂",
    "imath": "ı", "jmath": "ȷ",
  ]

  /// Letters that stand upright, by command.
  static let upright: [String: String] = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "nabla": "∇",
  ]

  /// Signs that have one form and are used as letters, by command.
  static let signs: [String: String] = [
    "infty": "∞", "hbar": "ℏ", "hslash": "ℏ", "ell": "ℓ", "wp": "℘", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ",
    "beth": "ℶ", "emptyset": "∅", "varnothing": "∅", "top": "⊤", "bot": "⊥", "angle": "∠", "degree": "°",
    "square": "□", "Box": "□", "blacksquare": "■", "triangle": "△", "bigcirc": "◯", "diamondsuit": "♢",
    "heartsuit": "♡", "clubsuit": "♣", "spadesuit": "♠", "sharp": "♯", "flat": "♭", "natural": "♮",
    "checkmark": "✓", "complement": "∁", "prime": "′", "eth": "ð", "mho": "℧", "Bbbk": "𝕜", "dag": "†",
    "ddag": "‡", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€",
    "%": "%", "#": "#", "$": "$", "&": "&", "_": "_",
  ]
}
