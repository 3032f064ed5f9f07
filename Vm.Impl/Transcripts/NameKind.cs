using System.Globalization;

namespace Vm.Transcripts;

/// <summary>What names of a kind look like.</summary>
/// <param name="letters">The letters that they begin with; a number from 1 follows.</param>
/// <param name="description">For messages.</param>
sealed class NameKind(string letters, string description)
{
    public static NameKind Page { get; } = new("pf", "a page's name such as \"p1\" or \"f1\"");

    public static NameKind Object { get; } = new("o", "an object's name such as \"o1\"");

    /// <summary>Complains of a value that is not such a name.</summary>
    public void Check(Node value)
    {
        if (!TryParse(value.Text(), out _, out _)) throw value.NotA(description);
    }

    /// <summary>Complains of a text that is neither such a name nor a range of such names.</summary>
    public NameRange Range(string text, LinePlace place)
    {
        var ends = text.Split(NameRange.Dots);
        if (ends.Length <= 2
            && TryParse(ends[0], out var letter, out var first)
            && TryParse(ends[^1], out var lastLetter, out var last)
            && letter == lastLetter && first <= last)
        {
            return new NameRange(letter, first, last);
        }

        throw place.Wrong($"\"{text}\" is neither {description} nor a range of them such as \"{letters[0]}10{NameRange.Dots}{letters[0]}17\"");
    }

    public bool TryParse(string text, out char letter, out int number)
    {
        (letter, number) = (text.Length > 0 ? text[0] : default, 0);
        return letters.Contains(letter) && text.Length > 1 && text[1] != '0'
            && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
