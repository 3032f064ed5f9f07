namespace Vm.Transcripts;

/// <summary>A field's new value, in the words of the transcripts.</summary>
/// <param name="Subject">The page or object; empty for a global variable.</param>
/// <param name="Field">The C name.</param>
/// <param name="Value">The value.</param>
readonly record struct Change(string Subject, string Field, string Value)
{
    public override string ToString() => Subject.Length == 0 ? $"{Field} = {Value}" : $"{Subject}.{Field} = {Value}";
}
