using System.Runtime.CompilerServices;
using System.Text;
using Vm.Vocabulary;
using Xunit;

namespace Samples;

/// <summary>A story of state transitions, kept as text beside the test and compared with it from then on.</summary>
public sealed class Snapshot
{
    readonly StringBuilder story = new();

    /// <summary>Does a step, and notes what it changes in rows.</summary>
    public Snapshot Step(string sentence, Action step, params (string Name, Func<IDescribed> Row)[] rows)
    {
        var before = rows.Select(row => row.Row()).ToList();
        step();
        story.Append(sentence).Append('\n');
        foreach (var (row, was) in rows.Zip(before))
            foreach (var line in new RowChange(row.Name, was, row.Row()).Table().TrimEnd().Split('\n')) story.Append("  ").Append(line.TrimEnd()).Append('\n');
        story.Append('\n');
        return this;
    }

    /// <summary>Compares with <c>Class.Method.verified.txt</c>; if it differs, leaves <c>.received.txt</c> beside it to be read and renamed.</summary>
    public void Verify([CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = $"{Path.ChangeExtension(file, null)}.{method}";
        var verified = File.Exists($"{stem}.verified.txt") ? File.ReadAllText($"{stem}.verified.txt").Replace("\r\n", "\n") : "";
        if (verified != story.ToString()) File.WriteAllText($"{stem}.received.txt", story.ToString());
        Assert.Equal(verified, story.ToString());
    }
}
