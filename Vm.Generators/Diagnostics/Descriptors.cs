using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Vm.Generators.Diagnostics;

/// <summary>All diagnostics. Each has a page under <c>docs/diagnostics</c>; numbers are never used again.</summary>
static class Descriptors
{
    const string Layout = "Vm.Layout", Locks = "Vm.Locks", Contracts = "Vm.Contracts", Lowering = "Vm.Lowering", Trust = "Vm.Trust";

    public static readonly DiagnosticDescriptor BitFieldDoesNotFit = Error(
        "VM0001", Layout, "Bit-field that does not fit", "'{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor BitFieldsOverlap = Error(
        "VM0002", Layout, "Overlapping bit-fields", "'{0}' and '{1}' both take bit {2} of word {3}; move one of them");

    public static readonly DiagnosticDescriptor WordWithoutCommonLock = Error(
        "VM0003", Locks, "Word without a common writers' lock",
        "'{0}' is written under {1}, but shares word {2} with '{3}', which is written under {4}, and a store to one rewrites both; move it to a word of its own or guard both by one lock");

    public static readonly DiagnosticDescriptor UnboundClauseParameter = Error(
        "VM0004", Contracts, "Clause parameter bound to nothing",
        "'{0}' asks for '{1} {2}', which operation '{3}' does not have; {4}");

    public static readonly DiagnosticDescriptor NotLowerable = Error(
        "VM0005", Lowering, "Construct without a representation",
        "The intermediate representation cannot say {0}; {1}");

    public static readonly DiagnosticDescriptor PathLeadsNowhere = Error(
        "VM0006", Contracts, "Path that leads nowhere",
        "{0} \"{1}\" of '{2}' leads nowhere from operation '{3}'; {4}");

    public static readonly DiagnosticDescriptor MalformedOperation = Error(
        "VM0007", Contracts, "Malformed operation", "Operation '{0}' cannot be woven, because {1}; {2}");

    public static readonly DiagnosticDescriptor CopiedRow = new(
        "VM0008", "Copied row",
        "'{0}' is a copy of the row, so what is assigned to it is lost; declare it 'ref {1} {0} = ref ...'",
        Layout, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/VM0008.md");

    public static readonly DiagnosticDescriptor OldOfBoundVariable = Error(
        "VM0009", Contracts, "Old value that depends on a bound variable",
        "'{0}' is remembered at the operation's entry, when '{1}' has no value yet; state the clause for one row, with a parameter in place of '{1}'");

    public static readonly DiagnosticDescriptor NobodyEvaluates = Error(
        "VM0010", Contracts, "Clause that nobody evaluates", "Clause '{0}' is never evaluated, because {1}; {2}");

    public static readonly DiagnosticDescriptor UnguardedUse = Error(
        "VM0011", Locks, "Place used without its lock",
        "'{0}' is {1} in '{2}' without {3}; take the lock, or ask the caller for it with [MustHold]");

    public static readonly DiagnosticDescriptor MissingAtCall = Error(
        "VM0012", Locks, "Call without a lock that the callee needs",
        "'{0}' is called without {1}, which '{2}' asks for; take the lock, or ask the caller for it with [MustHold]");

    public static readonly DiagnosticDescriptor HeldAlready = Error(
        "VM0013", Locks, "Lock that is held already",
        "{0} meets {2} in '{1}', where it is held; give the lock back before, or do this outside of it");

    public static readonly DiagnosticDescriptor OutOfOrder = Error(
        "VM0014", Locks, "Lock taken against the order",
        "{0} comes in '{1}' behind {2}, against the lock order; take it first, or give the other back before");

    public static readonly DiagnosticDescriptor NotHeld = Error(
        "VM0015", Locks, "Lock given back that is not held",
        "{0} is given back in '{1}', where it is not held; take it before, or ask the caller for it with [Releases]");

    public static readonly DiagnosticDescriptor WrongOnReturn = Error(
        "VM0016", Locks, "Locks or rows on return that the contract does not tell of",
        "'{0}' returns {1}, which '{2}' does not say; change the path that returns so, or the contract");

    public static readonly DiagnosticDescriptor LoopChangesLocks = Error(
        "VM0017", Locks, "Loop that changes the locks that are held",
        "A turn of this loop in '{0}' ends with other locks than it began with; give back in each turn what it takes");

    public static readonly DiagnosticDescriptor UnclaimedLock = Error(
        "VM0018", Locks, "Lock taken that the contract does not tell of",
        "'{0}' takes a {1} lock, itself or by a call, and '{2}' does not say so; add [Acquires], so that callers keep the order");

    public static readonly DiagnosticDescriptor IdleLockClause = Error(
        "VM0019", Locks, "Lock clause that nothing needs",
        "{0} of '{1}' asks for more than '{2}' needs, so callers hold locks in vain; remove the clause");

    public static readonly DiagnosticDescriptor ConstantWritten = Error(
        "VM0020", Locks, "Constant that is written",
        "'{0}' is read without a lock and written in '{1}'; write it where the component is set up or the row is owned, or guard it");

    public static readonly DiagnosticDescriptor NotOwned = Error(
        "VM0021", Locks, "Row that is not the caller's own",
        "'{0}' asks that {1} belongs to its caller, and '{2}' does not own it here; ask for it with [Owns], or take it out of its lists first");

    public static readonly DiagnosticDescriptor UnkeptResult = Error(
        "VM0022", Locks, "Result that nothing keeps",
        "'{0}' returns {1}, which it does not own and of which no lock is held, so it may be another's when the caller looks; hold a lock of its with [MustHold], or hand it out owned");

    /// <summary>What lets other rules pass does not let this one pass: pragmas and settings pass over what is not configurable, attributes over what is the compiler's.</summary>
    public static readonly DiagnosticDescriptor UnreasonedSuppression = new(
        "VM0023", "Suppression without a reason", "{0} lets {1} pass and does not say why; {2}",
        Trust, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/VM0023.md",
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler]);

    /// <summary>Those that settings, pragmas and attributes can let pass.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Configurable =
    [
        BitFieldDoesNotFit, BitFieldsOverlap, WordWithoutCommonLock, UnboundClauseParameter, NotLowerable, PathLeadsNowhere, MalformedOperation, CopiedRow,
        OldOfBoundVariable, NobodyEvaluates, UnguardedUse, MissingAtCall, HeldAlready, OutOfOrder, NotHeld, WrongOnReturn, LoopChangesLocks, UnclaimedLock,
        IdleLockClause, ConstantWritten, NotOwned, UnkeptResult,
    ];

    static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"docs/diagnostics/{id}.md");
}
