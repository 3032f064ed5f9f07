namespace Vm.Generators.Locks;

/// <summary>The values of one field in all rows: unknown ones of an epoch, and what was written since.</summary>
sealed class FieldHeap
{
    readonly string epoch;
    readonly FieldHeap? before;
    readonly Term? row;
    readonly Term? value;

    /// <param name="epoch">A name that no other epoch of any field has.</param>
    public FieldHeap(string epoch) => this.epoch = epoch;

    FieldHeap(FieldHeap before, Term row, Term value) =>
        (this.before, this.row, this.value, epoch) = (before, row, value, before.epoch);

    public FieldHeap Write(Term row, Term value) => new(this, row, value);

    public Term Read(Term row, Facts facts) => before is null
        ? new(epoch, row)
        : facts.Simplify(Terms.Eq(row, this.row!)) is var same && same.Equals(Terms.True) ? value!
        : same.Equals(Terms.False) || facts.AreDifferent(row, this.row!) ? before.Read(row, facts)
        : Terms.Ite(same, value!, before.Read(row, facts));
}
