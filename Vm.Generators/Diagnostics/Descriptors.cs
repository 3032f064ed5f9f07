using Microsoft.CodeAnalysis;

namespace Vm.Generators.Diagnostics;

/// <summary>All diagnostics. Each has a page under <c>docs/diagnostics</c>; numbers are never used again.</summary>
static class Descriptors
{
    const string Layout = "Vm.Layout", Locks = "Vm.Locks", Contracts = "Vm.Contracts", Lowering = "Vm.Lowering";

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

    static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"docs/diagnostics/{id}.md");
}
