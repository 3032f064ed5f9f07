namespace Vm.Proofs;

/// <summary>The kinds of obligations.</summary>
public static class ObligationKind
{
    /// <summary>A callee's requires clause at a call.</summary>
    public const string Requires = "requires";

    /// <summary>An invariant at a call of another operation.</summary>
    public const string InvariantAtCall = "invariant at call";

    /// <summary>Places are guarded by locks that are held, and locks are taken, given back and held at calls as the contracts say.</summary>
    public const string Lock = "lock";

    /// <summary>An assertion in a body.</summary>
    public const string Assert = "assert";

    /// <summary>A panic is not reached.</summary>
    public const string Panic = "panic";

    /// <summary>A row is not reached through a null handle.</summary>
    public const string NonNull = "non-null";

    /// <summary>A divisor is not zero.</summary>
    public const string Divisor = "divisor";

    /// <summary>A loop invariant when the loop is reached.</summary>
    public const string LoopEntered = "loop invariant initially";

    /// <summary>A loop invariant after a round.</summary>
    public const string LoopKept = "loop invariant kept";

    /// <summary>A loop's variant is not negative and falls.</summary>
    public const string LoopEnds = "loop ends";

    /// <summary>An ensures clause at an exit.</summary>
    public const string Ensures = "ensures";

    /// <summary>An invariant at an exit.</summary>
    public const string Invariant = "invariant";

    /// <summary>A place outside the modifies clause is unchanged at an exit.</summary>
    public const string Frame = "frame";

    /// <summary>A compiled accessor of a packed struct reads or writes exactly its bits.</summary>
    public const string Layout = "layout";

    /// <summary>A lemma: a method that returns true for all values of its parameters.</summary>
    public const string Lemma = "lemma";

    /// <summary>Whether it is about the body's own working, and no clause of the specification.</summary>
    public static bool IsOwnCheck(string kind) => kind is Assert or Panic or NonNull or Divisor or LoopEntered or LoopKept or LoopEnds;
}
