namespace Vm.Proofs;

/// <summary>Something that has to hold for an operation to be correct.</summary>
/// <param name="Operation">The operation whose body owes it.</param>
/// <param name="Kind">What sort of obligation: one of <see cref="ObligationKind"/>.</param>
/// <param name="Clause">The clause's name, for parts of a clause followed by a dot and the part.</param>
/// <param name="Sentence">The clause in words.</param>
/// <param name="Place">Where the obligation arises: the return, the call, the loop.</param>
/// <param name="ClausePlace">Where the clause is written.</param>
public sealed record Obligation(
    string Operation, string Kind, string Clause, string Sentence, SourcePlace Place, SourcePlace ClausePlace);
