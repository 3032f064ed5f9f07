using System.Globalization;

namespace Vm.Explore;

/// <summary>
/// Which thread takes each step: what is needed to repeat a run. Behind its end, the thread that runs goes on as long as it can, and
/// then the first of the others.
/// </summary>
/// <param name="Threads">The number of the thread of each step, from 0.</param>
public sealed record Schedule(IReadOnlyList<int> Threads)
{
    /// <summary>Reads what <see cref="ToString"/> writes: threads from 1, and how many steps each takes in turn.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Schedule Parse(string text)
    {
        var threads = new List<int>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('*') is not [var thread, .. var times] || times.Length > 1
                || Number(thread) is not { } number || Number(times is [var count] ? count : "1") is not { } steps)
            {
                throw new FormatException($"'{part}' is not a part of a schedule; a schedule is like 1*4 2*3 1");
            }

            threads.AddRange(Enumerable.Repeat(number - 1, steps));
        }

        return new(threads);
    }

    /// <summary>For example <c>1*4 2*3 1</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (var i = 0; i < Threads.Count;)
        {
            var end = i;
            while (end < Threads.Count && Threads[end] == Threads[i]) end++;
            parts.Add(end - i == 1 ? $"{Threads[i] + 1}" : $"{Threads[i] + 1}*{end - i}");
            i = end;
        }

        return string.Join(' ', parts);
    }

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1 << 20 ? number : null;
}
