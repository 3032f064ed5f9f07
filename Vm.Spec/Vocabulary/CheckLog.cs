namespace Vm.Vocabulary;

/// <summary>What a component's woven checks did, and how often they look at everything.</summary>
public sealed class CheckLog
{
    long operations;

    /// <summary>In full mode, the whole catalogue is checked at every n-th operation; 1 is every one.</summary>
    public int CheckEvery { get; set; } = 1;

    /// <summary>Number of clauses evaluated so far; while several threads run, some are missed.</summary>
    public long Executed { get; private set; }

    /// <summary>Counts clauses that were evaluated.</summary>
    public void Count(int clauses) => Executed += clauses;

    /// <summary>Counts an operation and says whether it is one after which the whole catalogue is checked.</summary>
    public bool IsCatalogueDue() => ++operations % CheckEvery == 0;
}
