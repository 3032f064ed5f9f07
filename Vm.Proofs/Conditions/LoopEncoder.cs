using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Loops: the invariants hold on entry; from any state in which they and the condition hold, a round keeps them and lets the
/// variant fall; behind the loop they hold and the condition does not. To the invariants of a loop that performs operations belongs the
/// catalogue. In a finite scope, rounds are unrolled instead.
/// </summary>
sealed class LoopEncoder(EncoderKit kit, BodyEncoder body, Joining joining)
{
    readonly TermFactory terms = kit.Terms;
    readonly Ledger ledger = kit.Ledger;
    readonly Assignments assignments = new(kit.Program);

    public SymbolicState? Walk(While loop, SymbolicState state, BodyFlow flow, SourcePlace place) =>
        kit.Bound is { } rounds ? Unrolled(loop, state, flow, place, kit.Brief ? 1 : rounds) : ByInvariants(loop, state, flow, place);

    SymbolicState? ByInvariants(While loop, SymbolicState state, BodyFlow flow, SourcePlace place)
    {
        var assigned = assignments.In(loop.Body);
        OweInvariants(loop, assigned, state, flow, ObligationKind.LoopEntered, place);

        var head = Forget(assigned, state, flow);
        AssumeInvariants(loop, assigned, head, flow);
        var condition = kit.Expressions.Encode(loop.Condition, body.ScopeOf(head, flow, place));

        var inner = flow with { Breaks = [], Continues = [] };
        if (body.Under(head, condition) is { } round)
        {
            var variant = loop.Decreases is null ? null : kit.Expressions.Encode(loop.Decreases, body.ScopeOf(round, flow));
            if (body.Walk(loop.Body, round, inner) is { } end) inner.Continues!.Add(end);
            if (joining.All(inner.Continues!) is { } next)
            {
                OweInvariants(loop, assigned, next, flow, ObligationKind.LoopKept, place);
                OweVariant(loop, variant, next, flow, place);
                kit.Locks.OweRound(head, next, place);
            }
        }

        if (body.Under(head, terms.Not(condition)) is { } done) inner.Breaks!.Add(done);
        return joining.All(inner.Breaks!);
    }

    void AssumeInvariants(While loop, Assignments.Assigned assigned, SymbolicState head, BodyFlow flow)
    {
        foreach (var invariant in loop.Invariants)
            ledger.Assume(head, kit.Expressions.Encode(invariant, body.ScopeOf(head, flow)));
        if (!assigned.PerformsOperations)
        {
            kit.Changes.AssumeNoneIsZero(head, assigned.Places);
            return;
        }

        foreach (var conjunct in kit.Invariants.Encode(head)) ledger.Assume(head, conjunct.Formula);
    }

    void OweInvariants(
        While loop, Assignments.Assigned assigned, SymbolicState state, BodyFlow flow, string kind, SourcePlace place)
    {
        foreach (var invariant in loop.Invariants)
        {
            ledger.Oblige(
                state, kit.Expressions.Encode(invariant, body.ScopeOf(state, flow)), kind, "loop invariant", Texts.Of(invariant), place, place);
        }

        if (!assigned.PerformsOperations) return;

        foreach (var conjunct in kit.Invariants.Encode(state))
        {
            ledger.Oblige(
                state, conjunct.Formula, kind, conjunct.Name, conjunct.Clause.Sentence, place, kit.Program.PlaceOf(conjunct.Clause.Name));
        }
    }

    void OweVariant(While loop, Term? before, SymbolicState state, BodyFlow flow, SourcePlace place)
    {
        if (before is null)
        {
            ledger.Oblige(state, terms.False, ObligationKind.LoopEnds, "variant", "the loop has a Loop.Decreases clause", place, place);
            return;
        }

        var after = kit.Expressions.Encode(loop.Decreases!, body.ScopeOf(state, flow));
        ledger.Oblige(
            state, terms.And(terms.Le(terms.Number(0), before), terms.Lt(after, before)),
            ObligationKind.LoopEnds, "variant", $"{Texts.Of(loop.Decreases!)} is not negative and falls", place, place);
    }

    SymbolicState Forget(Assignments.Assigned assigned, SymbolicState state, BodyFlow flow)
    {
        foreach (var local in assigned.Locals)
        {
            var name = Names.Local(flow.Frame, local);
            if (state.Values.ContainsKey(name)) state = state.With(name, terms.Fresh(name, body.DeclaredSort(flow.Frame, local)));
        }

        // A row that a round gives up is not owned in the next.
        if (kit.Locks.MayChangeOwners(assigned)) state = state with { Locks = state.Locks.OwningNothing() };
        return kit.Changes.Forget(state, assigned.Places);
    }

    SymbolicState? Unrolled(While loop, SymbolicState state, BodyFlow flow, SourcePlace place, int rounds)
    {
        var breaks = new List<SymbolicState>();
        SymbolicState? head = state;
        for (var i = 0; i <= rounds && head is not null; i++)
        {
            var condition = kit.Expressions.Encode(loop.Condition, body.ScopeOf(head, flow, place));
            if (body.Under(head, terms.Not(condition)) is { } done) breaks.Add(done);

            var inner = flow with { Breaks = breaks, Continues = [] };
            var end = body.Walk(loop.Body, body.Under(head, condition), inner);
            if (end is not null) inner.Continues!.Add(end);
            head = joining.All(inner.Continues!);
        }

        // In the scope no walk is longer, so who is still here does not get out; of brief runs it is only supposed.
        if (head is not null)
        {
            ledger.ObligeAndAssume(head, terms.False, ObligationKind.LoopEnds, "variant", "the loop ends", place, place);
        }

        return joining.All(breaks);
    }
}
