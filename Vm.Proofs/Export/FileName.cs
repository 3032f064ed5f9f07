namespace Vm.Proofs.Export;

/// <summary>Names of files from texts.</summary>
static class FileName
{
    /// <summary>Letters, digits and dots stay; what is between becomes one hyphen.</summary>
    public static string Of(string text) => string.Join(
        '-', string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
