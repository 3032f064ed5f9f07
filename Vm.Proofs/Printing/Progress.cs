using Spectre.Console;

namespace Vm.Proofs.Printing;

/// <summary>How far a piece of work is. Where there is no terminal to draw on, it says nothing.</summary>
sealed class Progress(ProgressTask? task)
{
    readonly string name = task?.Description ?? "";
    long total;
    long done;

    /// <summary>Says how much there is to do.</summary>
    public void Total(long count)
    {
        total = count;
        if (task is null) return;
        task.IsIndeterminate = false;
        task.MaxValue = Math.Max(count, 1);
    }

    /// <summary>Says that one more has been done.</summary>
    public void One()
    {
        done++;
        if (task is null) return;
        task.Value = done;
        task.Description = total > 0 ? $"{name}, {Words.Of(done)} of {Words.Of(total)}" : $"{name}, {Words.Of(done)}";
    }

    /// <summary>Says how much has been done since the beginning, where nobody knows how much there is to do.</summary>
    public void Count(long count, string what)
    {
        if (task is not null) task.Description = $"{name}, {Words.Of(count)} {what}";
    }
}
