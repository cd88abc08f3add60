import Testing

@testable import Mathematics

/// The MathML of each construct, read and approved by hand.
@Suite struct StructureTests {
  /// Formulas, each with what stands between the tags of its `math` element in a display on the line below it.
  static let formulas = ##"""
    x_t^2
      <msubsup><mi>x</mi><mi>t</mi><mn>2</mn></msubsup>
    x'_t
      <msub><mrow><mi>x</mi><mo>′</mo></mrow><mi>t</mi></msub>
    f'^2
      <msup><mrow><mi>f</mi><mo>′</mo></mrow><mn>2</mn></msup>
    \sum\nolimits'
      <mrow><mo lspace="0" rspace="0">∑</mo><mo>′</mo></mrow>
    2^{10} + 0.5 + .5
      <msup><mn>2</mn><mn>10</mn></msup><mo>+</mo><mn>0.5</mn><mo>+</mo><mn>.5</mn>
    -x
      <mo form="prefix">−</mo><mi>x</mi>
    a-b
      <mi>a</mi><mo>−</mo><mi>b</mi>
    =-x
      <mo lspace="0">=</mo><mo form="prefix">−</mo><mi>x</mi>
    (-x)
      <mo stretchy="false">(</mo><mo form="prefix">−</mo><mi>x</mi><mo stretchy="false">)</mo>
    a \times -b
      <mi>a</mi><mo>×</mo><mo form="prefix">−</mo><mi>b</mi>
    h^*
      <msup><mi>h</mi><mo lspace="0" rspace="0">∗</mo></msup>
    {-}x
      <mo form="prefix">−</mo><mi>x</mi>
    {}-x
      <mrow></mrow><mo>−</mo><mi>x</mi>
    x_{t-1}
      <msub><mi>x</mi><mrow><mi>t</mi><mo lspace="0" rspace="0">−</mo><mn>1</mn></mrow></msub>
    \sin x
      <mi>sin</mi><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>x</mi>
    \sin(x)
      <mi>sin</mi><mo>&#x2061;</mo><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>
    2\sin\theta\cos x
      <mn>2</mn><mspace width="0.1667em"></mspace><mi>sin</mi><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>θ</mi><mspace width="0.1667em"></mspace><mi>cos</mi><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>x</mi>
    \max_i x_i
      <munder><mi>max</mi><mi>i</mi></munder><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><msub><mi>x</mi><mi>i</mi></msub>
    \sum_i x_i
      <munder><mo lspace="0">∑</mo><mi>i</mi></munder><msub><mi>x</mi><mi>i</mi></msub>
    = \sum_i x_i
      <mo lspace="0">=</mo><munder><mo lspace="0">∑</mo><mi>i</mi></munder><msub><mi>x</mi><mi>i</mi></msub>
    \int_0^1 f
      <msubsup><mo lspace="0">∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi>
    \int\limits_0^1 f
      <munderover><mo lspace="0">∫</mo><mn>0</mn><mn>1</mn></munderover><mi>f</mi>
    |-x|
      <mo form="prefix" stretchy="false">|</mo><mo form="prefix">−</mo><mi>x</mi><mo form="postfix" stretchy="false">|</mo>
    a \sim b
      <mi>a</mi><mo>∼</mo><mi>b</mi>
    \sim b
      <mo form="infix" lspace="0">∼</mo><mi>b</mi>
    \frac{a}{b}
      <mfrac><mi>a</mi><mi>b</mi></mfrac>
    \tfrac ab
      <mstyle displaystyle="false" scriptlevel="0"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle>
    \dfrac12
      <mfrac><mn>1</mn><mn>2</mn></mfrac>
    \binom{n}{k}
      <mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>
    \sqrt{a+b}
      <msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>
    \sqrt[3]{x}
      <mroot><mi>x</mi><mn>3</mn></mroot>
    \left( \frac{a}{b} \right]
      <mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>]</mo></mrow>
    \left. x \right|_0
      <msub><mrow><mi>x</mi><mo form="postfix">|</mo></mrow><mn>0</mn></msub>
    \left\{ a \middle| b \right\}
      <mrow><mo>{</mo><mi>a</mi><mo lspace="0" rspace="0" stretchy="true" symmetric="true">|</mo><mi>b</mi><mo>}</mo></mrow>
    \bigl( x \bigr)
      <mo minsize="1.2em" maxsize="1.2em">(</mo><mi>x</mi><mo minsize="1.2em" maxsize="1.2em">)</mo>
    \Bigg| x
      <mo stretchy="true" symmetric="true" minsize="3em" maxsize="3em">|</mo><mi>x</mi>
    \begin{pmatrix} a & b \\ c & d \end{pmatrix}
      <mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>)</mo></mrow>
    \begin{vmatrix} a \\ \end{vmatrix}
      <mrow><mo form="prefix">|</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo form="postfix">|</mo></mrow>
    \begin{cases} a & b \\ c & d \end{cases}
      <mrow><mo>{</mo><mtable class="cases"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable></mrow>
    \begin{aligned} a &= b \\ &- c \end{aligned}
      <mtable class="aligned" displaystyle="true"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd></mtd><mtd><mo form="infix">−</mo><mi>c</mi></mtd></mtr></mtable>
    \begin{array}{l|c} a & b \\ \hline c & d \\ \hline \end{array}
      <mtable><mtr><mtd class="left line-after"><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr class="line-above line-below"><mtd class="left line-after"><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>
    \begin{matrix} a \\[4pt] b \end{matrix}
      <mtable><mtr><mtd><mi>a</mi><mspace depth="0.76em"></mspace></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>
    \begin{smallmatrix} a \end{smallmatrix}
      <mstyle displaystyle="false" scriptlevel="1"><mtable class="small"><mtr><mtd><mi>a</mi></mtd></mtr></mtable></mstyle>
    \hat{x}
      <mover accent="true"><mi>x</mi><mo stretchy="false">ˆ</mo></mover>
    \widehat{xy}
      <mover accent="true"><mrow><mi>x</mi><mi>y</mi></mrow><mo stretchy="true">&#x302;</mo></mover>
    \overline{x}
      <mover accent="true" class="overline"><mi>x</mi><mo stretchy="true">‾</mo></mover>
    \underbrace{x}_{n}
      <munder><munder accentunder="true"><mi>x</mi><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>
    \overset{a}{=}
      <mover><mo lspace="0" rspace="0">=</mo><mi>a</mi></mover>
    \xrightarrow[b]{a}
      <munderover><mo lspace="0" rspace="0" stretchy="true">→</mo><mrow><mspace width="0.4em"></mspace><mi>b</mi><mspace width="0.4em"></mspace></mrow><mrow><mspace width="0.4em"></mspace><mi>a</mi><mspace width="0.4em"></mspace></mrow></munderover>
    \mathbf{W}\mathbb{R}\mathcal{L}\mathfrak{C}\mathsf{x}\mathtt{x}
      <mi>𝐖</mi><mi>ℝ</mi><mi>ℒ</mi><mi>ℭ</mi><mi>𝗑</mi><mi>𝚡</mi>
    \mathrm{softmax} \mathrm{d} \mathit{ab} h
      <mi>softmax</mi><mi mathvariant="normal">d</mi><mi>𝑎𝑏</mi><mi>h</mi>
    \bm{x\theta} \bm{\mathcal{L}} \mathbf{1}
      <mrow><mi>𝒙</mi><mi>𝜽</mi></mrow><mi>𝓛</mi><mn>𝟏</mn>
    \Gamma \gamma \nabla
      <mi mathvariant="normal">Γ</mi><mi>γ</mi><mi mathvariant="normal">∇</mi>
    \operatorname{arg\,max}_x f
      <msub><mi>arg&#x2009;max</mi><mi>x</mi></msub><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>f</mi>
    \operatorname*{arg\,min}_x f
      <munder><mi>arg&#x2009;min</mi><mi>x</mi></munder><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>f</mi>
    \text{if $x$ or}
      <mrow><mtext>if&#xA0;</mtext><mstyle displaystyle="false" scriptlevel="0"><mi>x</mi></mstyle><mtext>&#xA0;or</mtext></mrow>
    \textbf{a b}
      <mtext class="bold">a b</mtext>
    \phantom{x} \hphantom{x} \vphantom{x} \smash{x}
      <mphantom><mi>x</mi></mphantom><mpadded height="0" depth="0"><mphantom><mi>x</mi></mphantom></mpadded><mpadded width="0"><mphantom><mi>x</mi></mphantom></mpadded><mpadded height="0" depth="0"><mi>x</mi></mpadded>
    a\,b\!c\quad d~e
      <mi>a</mi><mspace width="0.1667em"></mspace><mi>b</mi><mspace style="margin-left:-0.1667em"></mspace><mi>c</mi><mspace width="1em"></mspace><mi>d</mi><mspace width="0.25em"></mspace><mi>e</mi>
    \sum_{\substack{a \\ b}}
      <munder><mo lspace="0" rspace="0">∑</mo><mtable class="substack"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></munder>
    \not= \not\in \not\sharp
      <mo lspace="0" rspace="0">≠</mo><mo lspace="0">∉</mo><mi>♯̸</mi>
    \color{z}{x + y}
      <mrow class="quantity-z"><mi>x</mi><mo>+</mo><mi>y</mi></mrow>
    \textcolor{z}{x} \textcolor{z}{= y}
      <mi class="quantity-z">x</mi><mrow class="quantity-z"><mo>=</mo><mi>y</mi></mrow>
    a \textcolor{z}{- b}
      <mi>a</mi><mrow class="quantity-z"><mo form="infix">−</mo><mi>b</mi></mrow>
    \displaystyle \frac12
      <mfrac><mn>1</mn><mn>2</mn></mfrac>
    a \bmod b
      <mi>a</mi><mo>mod</mo><mi>b</mi>
    \pmod n
      <mrow><mspace width="1em"></mspace><mo stretchy="false">(</mo><mi>mod</mi><mspace width="0.3333em"></mspace><mi>n</mi><mo stretchy="false">)</mo></mrow>
    \mod n
      <mrow><mspace width="1em"></mspace><mi>mod</mi><mspace width="0.3333em"></mspace><mi>n</mi></mrow>
    1, \ldots, n
      <mn>1</mn><mo>,</mo><mo lspace="0" rspace="0">…</mo><mo lspace="0.1667em">,</mo><mi>n</mi>
    a + \dots + b, \dots
      <mi>a</mi><mo>+</mo><mo lspace="0">⋯</mo><mo lspace="0">+</mo><mi>b</mi><mo>,</mo><mo lspace="0" rspace="0">…</mo>
    \boxed{x}
      <mrow class="boxed"><mi>x</mi></mrow>
    \mathop{foo}_a \mathbin{x} a
      <munder><mrow><mi>f</mi><mi>o</mi><mi>o</mi></mrow><mi>a</mi></munder><mspace width="0.1667em"></mspace><mi>x</mi><mi>a</mi>
    !
      <mo>!</mo>
    \uparrow \mid
      <mo lspace="0" rspace="0" stretchy="false">↑</mo><mo lspace="0" rspace="0">∣</mo>
    \begin{equation} x \end{equation}
      <mi>x</mi>
    \left( \right)
      <mrow><mo>(</mo><mo>)</mo></mrow>
    \text{<\&>} a < b
      <mtext>&lt;&amp;&gt;</mtext><mi>a</mi><mo>&lt;</mo><mi>b</mi>
    \left( \right)
      <mrow><mo>(</mo><mo>)</mo></mrow>
    \color{z}{} x
      <mi>x</mi>
    x''''' + x^{\prime\prime}
      <mrow><mi>x</mi><mo>⁗′</mo></mrow><mo>+</mo><mrow><mi>x</mi><mo>″</mo></mrow>
    \not a
      <mi>𝑎̸</mi>
    \sum\limits_a
      <munder><mo lspace="0" rspace="0">∑</mo><mi>a</mi></munder>
    x \not\mid y
      <mi>x</mi><mo>∤</mo><mi>y</mi>
    \colon a
      <mo>:</mo><mi>a</mi>
    \lVert -x \rVert
      <mo stretchy="false">‖</mo><mo form="prefix">−</mo><mi>x</mi><mo stretchy="false">‖</mo>
    a / b
      <mi>a</mi><mo lspace="0" rspace="0">/</mo><mi>b</mi>
    \begin{aligned} \end{aligned}
      <mtable class="aligned" displaystyle="true"><mtr><mtd></mtd></mtr></mtable>
    (a+)
      <mo stretchy="false">(</mo><mi>a</mi><mo form="prefix">+</mo><mo stretchy="false">)</mo>
    a\times=b
      <mi>a</mi><mo lspace="0" rspace="0">×</mo><mo>=</mo><mi>b</mi>
    \frac{\sum_a b}{c}
      <mfrac><mrow><msub><mo lspace="0">∑</mo><mi>a</mi></msub><mi>b</mi></mrow><mi>c</mi></mfrac>
    \sqrt[{]}]{x}
      <mroot><mi>x</mi><mo stretchy="false">]</mo></mroot>
    x'^\prime
      <mrow><mi>x</mi><mo>″</mo></mrow>
    \max = 1
      <mi>max</mi><mo>=</mo><mn>1</mn>
    1.2.3
      <mn>1.2</mn><mn>.3</mn>
    """##

  @Test func constructsAreWrittenAsExpected() throws {
    for (latex, expected) in Cases.all(in: Self.formulas) {
      let html = try Formula(parsing: latex, palette: ["z": "quantity-z"]).mathML(display: true)
      let inner = try #require(html.split(separator: ">", maxSplits: 1).last).dropLast("</math>".count)
      #expect(html.hasSuffix("</math>"))
      #expect([String(inner)] == expected, "\(latex)")
    }
  }
}
