using System.Text;

namespace Vm.Vocabulary;

/// <summary>A check compiled into the component stopped it.</summary>
/// <param name="operation">The operation, or its helper, that was running.</param>
/// <param name="clause">The name of the violated clause.</param>
/// <param name="sentence">The clause in words.</param>
/// <param name="rows">The rows that the clause is about.</param>
/// <param name="notes">What else is known, in lines of its own.</param>
public sealed class CheckFailedException(
    string operation, string clause, string sentence, IReadOnlyList<RowChange>? rows = null, string notes = "") : Exception
{
    readonly List<RowChange> rows = [.. rows ?? []];
    bool isExplained;

    /// <summary>The operation that was running.</summary>
    public string Operation { get; private set; } = operation;

    /// <summary>The name of the violated clause.</summary>
    public string Clause { get; } = clause;

    /// <summary>The clause in words.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>The rows involved, before and after.</summary>
    public IReadOnlyList<RowChange> Rows => rows;

    /// <summary>The locks that the thread held.</summary>
    public IReadOnlyList<string> HeldLocks { get; private set; } = [];

    /// <summary>Where the operation stands, as <c>file(line,column)</c>; empty if that is not known.</summary>
    public string OperationPlace { get; private set; } = "";

    /// <summary>Where the clause stands, as <c>file(line,column)</c>; empty if that is not known.</summary>
    public string ClausePlace { get; private set; } = "";

    /// <summary>What was violated, in one line.</summary>
    public string Headline => $"{Operation}: {Clause}: {Sentence}";

    /// <summary>The rows and the locks, one thing a line.</summary>
    public string Details
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in rows) text.Append(row.Table());
            if (isExplained) text.Append("locks held: ").AppendLine(HeldLocks.Count == 0 ? "none" : string.Join(", ", HeldLocks));
            text.Append(notes);
            return text.ToString().TrimEnd();
        }
    }

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var text = new StringBuilder(Headline);
            if (OperationPlace.Length > 0) text.AppendLine().Append($"{OperationPlace}: the operation {Operation}");
            if (ClausePlace.Length > 0) text.AppendLine().Append($"{ClausePlace}: the clause {Clause}");
            if (Details is { Length: > 0 } details) text.AppendLine().Append(details);
            return text.ToString();
        }
    }

    /// <summary>
    /// Adds what the innermost operation knows. The woven code calls it from an exception filter, so before the stack unwinds and
    /// locks are given back.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="rows">The rows that it was given, before and after.</param>
    /// <param name="heldLocks">The locks that the thread holds.</param>
    /// <param name="contract">The operation's contract.</param>
    /// <param name="state">The state, in whose assembly the invariants stand.</param>
    /// <param name="component">The component.</param>
    public void Explain(
        string operation, IEnumerable<RowChange> rows, IEnumerable<string> heldLocks, Type contract, Type state, Type component)
    {
        if (isExplained) return;

        isExplained = true;
        this.rows.AddRange(rows);
        HeldLocks = [.. heldLocks];
        OperationPlace = SourcePlaces.Find([operation], component);
        ClausePlace = SourcePlaces.Find([$"{contract.Name}.{Clause}", Clause, Operation, contract.Name], contract, state, component);
        Operation = operation;
    }
}
