using System.Globalization;
using System.Xml.Linq;
using Vm.Cli.Reports;
using Vm.Machine;

namespace Vm.Cli.Tests;

public sealed class ChartTests
{
    static readonly XNamespace svg = "http://www.w3.org/2000/svg";

    static TraceReport Report(string trace, int frames) =>
        TraceRunner.Run(TestData.Trace(trace), new RunOptions { Frames = frames, Mode = Checking.Off });

    static List<(double X, double Y)> Points(XElement line) =>
    [
        .. ((string)line.Attribute("points")!).Split(' ').Select(point => point.Split(','))
            .Select(point => (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture))),
    ];

    [Fact]
    public void Of_ARun_DrawsEachSeriesFromTheLeftToTheRight()
    {
        var report = Report("ls", 64);
        var chart = XElement.Parse(ChartSvg.Of(report));
        var lines = chart.Descendants(svg + "polyline").ToDictionary(line => (string)line.Attribute("style")!, Points);

        string[] series = ["resident", "active", "inactive", "wired", "free", "faults"];
        Assert.Equal(series.Select(name => $"stroke: var(--{name})"), lines.Keys);
        Assert.All(lines.Values, points =>
        {
            Assert.Equal(report.History.Count, points.Count);
            Assert.Equal(points.Select(point => point.X).Order(), points.Select(point => point.X));
            Assert.All(points, point => Assert.InRange(point.Y, 0, 600));
        });

        // Faults only rise, so their line, whose axis points down, only falls.
        var faults = lines["stroke: var(--faults)"].Select(point => point.Y).ToList();
        Assert.Equal(faults.OrderDescending(), faults);
        Assert.Contains(chart.Descendants(svg + "text"), text => text.Value == "faults 1,859");
        Assert.Contains("prefers-color-scheme: dark", chart.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnotherRun_IsAnotherPicture() => Assert.NotEqual(ChartSvg.Of(Report("ls", 64)), ChartSvg.Of(Report("ls", 65)));

    [Fact]
    public void Run_WithChart_WritesTheFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"vm-{Guid.NewGuid():n}.svg");
        try
        {
            Assert.Equal(0, Cli.Run("run", TestData.Trace("ls"), "--mode", "off", "--mode", "pae", "--chart", file).ExitCode);
            Assert.Contains("64 frames, pae", XElement.Load(file).Value, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Run_ChartThatCannotBeWritten_IsRefused() =>
        Cli.Run("run", TestData.Trace("ls"), "--mode", "off", "--chart", Path.GetTempPath()).ShouldRefuse(2, "--chart");
}
