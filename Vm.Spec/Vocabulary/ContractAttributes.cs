namespace Vm.Vocabulary;

/// <summary>
/// Marks a static method of the component's state that holds between operations. Parameters that are handles are
/// universally quantified over the rows of their table, null excluded. The clause's name is the method's name.
/// <para>
/// Where the mode has contracts, an invariant with one handle is evaluated at the rows that an operation was given and
/// returned, and one without handles always. One with several handles, or of the whole state, waits for full mode.
/// </para>
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InvariantAttribute : ClauseAttribute
{
    /// <param name="sentence">The clause in words, as reports print it.</param>
    public InvariantAttribute(string sentence) : base(sentence) { }
}

/// <summary>Marks a static partial class as the contract of an operation; its methods are the clauses.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContractAttribute : Attribute;

/// <summary>Shared shape of clauses: a sentence, and how far the clause looks.</summary>
public abstract class ClauseAttribute : Attribute
{
    /// <param name="sentence">The clause in words, as reports print it.</param>
    protected ClauseAttribute(string sentence) => Sentence = sentence;

    /// <summary>The clause in words.</summary>
    public string Sentence { get; }

    /// <summary>The clause looks at whole tables. It is evaluated at run time in full mode only.</summary>
    public bool WholeState { get; init; }
}

/// <summary>
/// A clause that the caller owes. Parameters are bound by name to the operation's, the state by its type.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(string sentence) : ClauseAttribute(sentence);

/// <summary>
/// A clause that the operation owes. Written with <see cref="Spec.Old{T}"/> and <see cref="Spec.Result{T}"/>;
/// parameters are bound as in <see cref="RequiresAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnsuresAttribute(string sentence) : ClauseAttribute(sentence);

/// <summary>
/// The places that the operation may change; every other place is unchanged. A place is a scalar of the state
/// (<c>"WireCount"</c>), a field of one row (<c>"mem.Tabled"</c>, <c>"mem.Object.ResidentPageCount"</c>), or a field of all
/// rows of a table (<c>"Pages.Next"</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModifiesAttribute(params string[] places) : Attribute
{
    /// <summary>The places.</summary>
    public string[] Places { get; } = places;
}

/// <summary>
/// The operation runs on a new state and makes the invariants hold, which every other operation keeps. In a new state constants have
/// their values; all else is zero, false or null. No operation performs one that establishes.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EstablishesAttribute : Attribute;

/// <summary>
/// Turns the hand-written method <c>XxxBody</c> into the public operation <c>Xxx</c>: the generator weaves the
/// contract's clauses, the locks and the invariants around it, as far as the component's <see cref="ICheckMode"/> asks.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(Type contract) : Attribute
{
    /// <summary>The <see cref="ContractAttribute"/> class.</summary>
    public Type Contract { get; } = contract;
}

/// <summary>The proof does not look into the operation's body and takes its contract on trust. Listed in every report.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class TrustedAttribute(string reason) : Attribute
{
    /// <summary>Why, and until when.</summary>
    public string Reason { get; } = reason;
}

/// <summary>An operation broken on purpose: the proof must refute it. The must-fail twin of an operation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MutantAttribute(string defect) : Attribute
{
    /// <summary>What is wrong, in words.</summary>
    public string Defect { get; } = defect;
}

/// <summary>An expression of the state without side effects, usable in clauses and bodies.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PureAttribute : Attribute;

/// <summary>A <see cref="PureAttribute"/> method of which the proof uses only that equal arguments give equal results.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpaqueAttribute : Attribute;

/// <summary>A private helper of operations. The proof sees its body at each call. A parameter may be a table of the state.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InlineAttribute : Attribute;

/// <summary>A method of the world outside the component. It does not touch the component's state.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExternalAttribute : Attribute;

/// <summary>
/// A parameter that belongs to the world outside, as a caller's buffer does. The proof does not see it; a body only hands it on to
/// <see cref="ExternalAttribute"/> methods.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutsideAttribute : Attribute;

/// <summary>
/// A declaration of the assembly in the intermediate representation, bodies of operations left out: what the analyzers of an assembly
/// that refers to this one must know of it. They see the reference assembly, which has no bodies.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IrItemAttribute(string text) : Attribute
{
    /// <summary>The declaration's text.</summary>
    public string Text { get; } = text;
}

/// <summary>Tells where the generator put the assembly's intermediate representation.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class IrCarrierAttribute(Type carrier) : Attribute
{
    /// <summary>The generated class with the assembly's intermediate representation: <c>Text</c> and <c>Map</c>.</summary>
    public Type Carrier { get; } = carrier;
}
