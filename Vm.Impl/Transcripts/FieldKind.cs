namespace Vm.Transcripts;

/// <summary>What a field of the recorded state holds, and so how a transcript writes it.</summary>
enum FieldKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A number from 0.</summary>
    Unsigned,

    /// <summary>A number that may be negative.</summary>
    Signed,

    /// <summary>An object's name, or null.</summary>
    Object,

    /// <summary>A byte address, or <c>"fictitious"</c>.</summary>
    Address,
}
