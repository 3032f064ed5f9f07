namespace Vm.Generators.Common;

/// <summary>Metadata names of the contract language. The generator knows no other type of a specification.</summary>
static class VocabularyNames
{
    public const string Namespace = "Vm.Vocabulary";

    public const string Packed = Namespace + ".PackedAttribute";
    public const string Bits = Namespace + ".BitsAttribute";
    public const string Row = Namespace + ".RowAttribute";
    public const string State = Namespace + ".StateAttribute";
    public const string Handle = Namespace + ".HandleAttribute";

    public const string LockOrder = Namespace + ".LockOrderAttribute";
    public const string LockClass = Namespace + ".LockClassAttribute";
    public const string LockClause = Namespace + ".LockClauseAttribute";
    public const string GuardedBy = Namespace + ".GuardedByAttribute";
    public const string GuardedByAny = Namespace + ".GuardedByAnyAttribute";
    public const string GuardedWhile = Namespace + ".GuardedWhileAttribute";
    public const string LockedBy = Namespace + ".LockedByAttribute";
    public const string OwnedUnless = Namespace + ".OwnedUnlessAttribute";
    public const string OwnershipClause = Namespace + ".OwnershipClauseAttribute";
    public const string TriesLock = Namespace + ".TriesLockAttribute";
    public const string Unlocked = Namespace + ".UnlockedAttribute";
    public const string Constant = Namespace + ".ConstantAttribute";

    public const string Contract = Namespace + ".ContractAttribute";
    public const string Establishes = Namespace + ".EstablishesAttribute";
    public const string Requires = Namespace + ".RequiresAttribute";
    public const string Ensures = Namespace + ".EnsuresAttribute";
    public const string Invariant = Namespace + ".InvariantAttribute";
    public const string AbstractState = Namespace + ".AbstractStateAttribute";
    public const string Modifies = Namespace + ".ModifiesAttribute";
    public const string Operation = Namespace + ".OperationAttribute";
    public const string Trusted = Namespace + ".TrustedAttribute";
    public const string Mutant = Namespace + ".MutantAttribute";
    public const string Pure = Namespace + ".PureAttribute";
    public const string Opaque = Namespace + ".OpaqueAttribute";
    public const string Inline = Namespace + ".InlineAttribute";
    public const string External = Namespace + ".ExternalAttribute";
    public const string Outside = Namespace + ".OutsideAttribute";
    public const string Lemma = Namespace + ".LemmaAttribute";
    public const string Assumed = Namespace + ".AssumedAttribute";
    public const string IrItem = Namespace + ".IrItemAttribute";
    public const string IrCarrier = Namespace + ".IrCarrierAttribute";

    public const string HandleInterface = Namespace + ".IHandle<TSelf>";
    public const string Table = Namespace + ".Table<THandle, TRow>";
    public const string GhostSet = Namespace + ".GhostSet<T>";
    public const string SimpleLock = Namespace + ".SimpleLock";
    public const string SequenceLock = Namespace + ".SequenceLock";
    public const string ReadSection = Namespace + ".ReadSection";
    public const string CheckMode = Namespace + ".ICheckMode";
    public const string Check = Namespace + ".Check";
    public const string Loop = Namespace + ".Loop";
    public const string Spec = Namespace + ".Spec";
}
