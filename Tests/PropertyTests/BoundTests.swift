import Recurrent
import Testing

/// Bounds B1 to B6 and B8 on 480 nets in each precision, with the rounding that `Slack` derives.
struct BoundTests {
  @Test func b1OneStepMovesTheStateByAtMostTwiceOneMinusZ() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        for step in net.steps() {
          let moved = abs(step.state - step.previous)
          let (z, n) = (step.updateGate, step.candidate)
          // |h − h₋| rounds by 2u; the product on the right, at most 2, by three roundings: 6u.
          let exact = (1 - z) ⊙ abs(n - step.previous)
          #expect(isBounded(abs(moved - exact), by: .zeros(z.count) + (Slack<S>.state + 8 * Slack<S>.u)))
          // The right side rounds by at most u times 2, once.
          #expect(isBounded(moved, by: Bound.keeping(z: z) + (Slack<S>.state + 4 * Slack<S>.u)))
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b1OverStepsTheStateMovesByAtMostTwiceOneMinusTheProductOfZ() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        for update in [.computed, .held(at: 0.999), .held(at: 0.5)] as [GateSetting<S>] {
          let steps = net.steps(update: update)
          for k in 1...steps.count {
            let moved = abs(steps[k - 1].state - net.initial)
            let bound = Bound.keeping(overSteps: steps.prefix(k).map(\.updateGate))
            // Each step adds its own rounding; the product of k gates rounds k times, twice over.
            let slack = S(k) * (Slack<S>.state + 2 * Slack<S>.u) + 4 * Slack<S>.u
            #expect(isBounded(moved, by: bound + slack))
          }
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b2TheStateIsWithinTwiceZOfTheCandidate() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        for update in [.computed, .held(at: 0.001), .held(at: 0)] as [GateSetting<S>] {
          let step = net.step(update: update)
          let distance = abs(step.state - step.candidate)
          // (1 − z) n stands for n − z n: 1 − z rounds by u, and the subtraction by 2u.
          let slack = Slack<S>.state + 4 * Slack<S>.u
          #expect(isBounded(distance, by: Bound.replacing(z: step.updateGate) + slack))
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b3AsTheResetGateClosesTheCandidateNearsThatOfAPerceptron() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        for reset in [.computed, .held(at: 0.01), .held(at: 0)] as [GateSetting<S>] {
          let step = net.step(reset: reset)
          let distance = abs(step.candidate - net.gru.asMLP(step.input))
          let bound = Bound.candidateToMLP(net.gru, step)
          #expect(isBounded(distance, by: bound + Slack.candidates(net.gru, step)))
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b4AsTheResetGateOpensTheCandidateNearsAStepOfTheRNN() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        for reset in [.computed, .held(at: 0.99), .held(at: 1)] as [GateSetting<S>] {
          let step = net.step(reset: reset)
          let distance = abs(step.candidate - net.gru.asRNN.step(step.input, from: step.previous))
          let bound = Bound.candidateToRNN(net.gru, step)
          #expect(isBounded(distance, by: bound + Slack.candidates(net.gru, step)))
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b5TheStatesOfGRUAndRNNPartNoFasterThanTheNormAllows() {
    func check<S: Scalar>(_: S.Type) {
      let settings: [(update: GateSetting<S>, reset: GateSetting<S>)] = [
        (.held(at: 0), .held(at: 1)), (.held(at: 0.001), .held(at: 0.999)), (.held(at: 0.1), .held(at: 1)),
        (.held(at: 0), .held(at: 0.9)), (.computed, .computed),
      ]
      for net in Net<S>.all() {
        let norm = net.gru.candidate.recurrent.infinityNorm
        let recurrentBias = net.gru.reset == .after ? net.gru.recurrentBias.maxNorm : 0
        let plain = net.gru.asRNN.states(over: net.inputs, from: net.initial)
        for (update, reset) in settings {
          let steps = net.steps(update: update, reset: reset)
          let z = steps.map { $0.updateGate.maxNorm }.reduce(0, max)
          let r = steps.map { 1 - (1 - $0.resetGate).maxNorm }.reduce(1, min)
          // A step's own rounding, stretched by later steps like any other distance.
          let rounding =
            steps.map { Slack.candidates(net.gru, $0).maxNorm }.reduce(0, max) + 2 * Slack<S>.state
          for (t, (step, state)) in zip(steps, plain).enumerated() {
            let bound = Bound.stateToRNN(
              z: z, r: r, norm: norm, recurrentBias: recurrentBias, steps: t + 1)
            let slack = Bound.stateToRNN(z: rounding / 2, r: 1, norm: norm, steps: t + 1)
            // Each step of the bound rounds four times.
            let factor = 1 + S(4 * (t + 2)) * Slack<S>.u
            #expect((step.state - state).maxNorm <= bound * factor + slack)
          }
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b5SumsTheGeometricSeries() {
    let bound = Bound<Double>.stateToRNN(z: 0.01, r: 0.9, norm: 2, steps: 5)
    #expect((bound - (0.02 + 2 * 0.1) * (32 - 1) / (2 - 1)).magnitude < 1e-12)
    #expect((Bound<Double>.stateToRNN(z: 0.01, r: 1, norm: 1, steps: 5) - 0.1).magnitude < 1e-15)
  }

  // No slack: for floats z and n, z h₋ rounds to at most z and (1 − z) n to at most the float 1 − z. That
  // float is exact for z ≥ ½ and off by at most ulp(1)/8 below, and 1 + ulp(1)/8 rounds to 1.
  @Test func b6TheStateNeverLeavesTheUnitInterval() {
    func check<S: Scalar>(_: S.Type) {
      var random = RandomSource(seed: 6)
      for net in Net<S>.all() {
        let corner: Vector<S> = net.initial.map { $0 < 0 ? -1 : 1 }
        for initial in [net.initial, corner] {
          for step in net.gru.states(over: net.inputs, from: initial) { #expect(step.state.maxNorm <= 1) }
          let gate: Vector<S> = random.vector(initial.count, in: 0...1)
          for step in net.gru.states(over: net.inputs, from: initial, update: .heldAt(gate)) {
            #expect(step.state.maxNorm <= 1)
          }
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func b8TheTwoPlacementsAreNoFurtherApartThanTheGateIsUneven() {
    func check<S: Scalar>(_: S.Type) {
      for net in Net<S>.all() {
        let before = net.gru.with(reset: .before).step(net.inputs[0], from: net.initial)
        let after = net.gru.with(reset: .after).step(net.inputs[0], from: net.initial)
        let bound = Bound.betweenPlacements(net.gru, before) + Slack.candidates(net.gru, before)
        #expect(isBounded(abs(before.candidate - after.candidate), by: bound))
        // The states are 1 − z times as far apart; both round.
        let states = (1 - before.updateGate) ⊙ bound + (2 * Slack<S>.state + 4 * Slack<S>.u)
        #expect(isBounded(abs(before.state - after.state), by: states))
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func theBoundsAreNotEmpty() {
    // A bound that is never nearly reached would hold for a wrong cell too.
    var closest: (keeping: Double, perceptron: Double, plain: Double, placements: Double) = (0, 0, 0, 0)
    for net in Net<Double>.all() {
      let step = net.step()
      func share(_ distance: Vector<Double>, _ bound: Vector<Double>) -> Double {
        zip(distance, bound).map { $0 / max($1, 1e-9) }.reduce(0, max)
      }
      closest.keeping = max(
        closest.keeping, share(abs(step.state - step.previous), Bound.keeping(z: step.updateGate)))
      closest.perceptron = max(
        closest.perceptron,
        share(abs(step.candidate - net.gru.asMLP(step.input)), Bound.candidateToMLP(net.gru, step)))
      closest.plain = max(
        closest.plain,
        share(
          abs(step.candidate - net.gru.asRNN.step(step.input, from: step.previous)),
          Bound.candidateToRNN(net.gru, step)))
      let other = net.gru.with(reset: net.gru.reset == .before ? .after : .before)
      let distance = abs(step.candidate - other.step(net.inputs[0], from: net.initial).candidate)
      closest.placements = max(closest.placements, share(distance, Bound.betweenPlacements(net.gru, step)))
    }
    #expect(closest.keeping > 0.9)
    #expect(closest.perceptron > 0.9)
    #expect(closest.plain > 0.9)
    #expect(closest.placements > 0.9)
  }
}
