namespace Vm.Mmu.Cases;

/// <summary>What performing case files on the MMU came to.</summary>
/// <param name="Cases">Cases performed.</param>
/// <param name="Disagree">Cases in which some field is not as expected.</param>
/// <param name="Files">The same for each file.</param>
/// <param name="Differences">The fields of the first cases that disagree.</param>
public sealed record CaseReport(long Cases, long Disagree, IReadOnlyList<CaseFileReport> Files, IReadOnlyList<CaseDifference> Differences);

/// <summary>What performing one case file came to.</summary>
/// <param name="File">The file.</param>
/// <param name="Cases">Cases performed.</param>
/// <param name="Disagree">Cases in which some field is not as expected.</param>
public sealed record CaseFileReport(string File, long Cases, long Disagree);

/// <summary>A field that is not as the file expects.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Id">The row's own number.</param>
/// <param name="Field">The column.</param>
/// <param name="Expected">What it says.</param>
/// <param name="Got">What the MMU did.</param>
public sealed record CaseDifference(string File, long Line, string Id, string Field, string Expected, string Got);
