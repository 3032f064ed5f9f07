using Vm.Machine;
using Vm.Paging;

namespace Vm.Mmu.Cases;

/// <summary>Performs files of single accesses on the MMU and compares each with what the file expects.</summary>
public static class CaseFiles
{
    /// <summary>How many cases that disagree are told in full.</summary>
    public const int Told = 10;

    /// <summary>Frames that hold the tables of all formats.</summary>
    const int Frames = 0x2103;

    /// <summary>Performs the files. Their formats are known by their headers.</summary>
    /// <param name="files">The files, plain or gzip.</param>
    /// <param name="performed">Told the number of cases so far, now and then.</param>
    /// <exception cref="TraceException">A file is not of a known format.</exception>
    public static CaseReport Run(IEnumerable<string> files, Action<long>? performed = null) => Run(files, performed, null);

    /// <inheritdoc cref="Run(IEnumerable{string}, Action{long})"/>
    internal static CaseReport Run(IEnumerable<string> files, Action<long>? performed, Func<ControlRegisters, ControlRegisters>? defect)
    {
        var runners = RunnersOf(defect);
        var reports = new List<CaseFileReport>();
        var differences = new List<CaseDifference>();
        long told = 0;

        foreach (var file in files)
        {
            long cases = 0, disagree = 0;
            foreach (var given in CaseFile.Read(file))
            {
                if (++cases % 1024 == 0) performed?.Invoke(cases);
                var found = runners[given.Mode].Differences(given).ToList();
                if (found.Count == 0) continue;

                disagree++;
                if (++told > Told) continue;
                differences.AddRange(found.Select(field => new CaseDifference(file, given.Line, given.Id, field.Field, field.Expected, field.Got)));
            }

            reports.Add(new CaseFileReport(file, cases, disagree));
        }

        return new CaseReport(reports.Sum(report => report.Cases), reports.Sum(report => report.Disagree), reports, differences);
    }

    static Dictionary<string, ICaseRunner> RunnersOf(Func<ControlRegisters, ControlRegisters>? defect)
    {
        var memory = new PhysicalMemory(Frames);
        return new()
        {
            [Name<I386Paging>()] = new CaseRunner<I386Paging>(memory, defect),
            [Name<PaePaging>()] = new CaseRunner<PaePaging>(memory, defect),
            [Name<FourLevelPaging>()] = new CaseRunner<FourLevelPaging>(memory, defect),
        };
    }

    static string Name<TMode>() where TMode : struct, IPagingMode => TMode.Name;
}
