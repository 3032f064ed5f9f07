namespace Vm.Generators.Common;

/// <summary>Names of the tracked steps, so that tests can ask why one ran.</summary>
static class StepNames
{
    public const string Packed = nameof(Packed);
    public const string Rows = nameof(Rows);
    public const string Snapshots = nameof(Snapshots);
    public const string Operations = nameof(Operations);
    public const string Components = nameof(Components);
    public const string Items = nameof(Items);
    public const string Contents = nameof(Contents);
    public const string Map = nameof(Map);
    public const string Suppressions = nameof(Suppressions);
}
