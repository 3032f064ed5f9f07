using System.Globalization;
using System.Xml;
using Vm.Proofs.Commands;

namespace Vm.Proofs.Printing;

/// <summary>
/// The proof in JUnit's XML: a suite for each operation, a test case for each obligation. Only what is refuted is a failure; what is
/// unknown is skipped, because it was not decided; an error of the tool is an error.
/// </summary>
static class JUnitReports
{
    public static void Write(TextWriter output, ProofReport report) => Write(output, report.Results, writer =>
    {
        foreach (var operation in report.Results.GroupBy(result => result.Obligation.Operation))
            WriteSuite(writer, operation.Key, [.. operation], report);
    });

    public static void WriteFailure(TextWriter output, Failure failure) => Write(output, [], writer =>
    {
        writer.WriteStartElement("testsuite");
        Attributes(writer, ("name", "vm"), ("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0"));
        writer.WriteStartElement("testcase");
        Attributes(writer, ("classname", "vm"), ("name", "prove"));
        Verdict(writer, "error", "error", failure.Message, failure.Message);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    static void Write(TextWriter output, IReadOnlyList<ObligationResult> results, Action<XmlWriter> suites)
    {
        // The writer of text would put its own encoding into the declaration, which is that of memory.
        output.WriteLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            writer.WriteStartElement("testsuites");
            Attributes(writer, ("name", "vm prove"), ("time", Seconds(results)));
            suites(writer);
            writer.WriteEndElement();
        }

        output.WriteLine();
    }

    static void WriteSuite(XmlWriter writer, string operation, IReadOnlyList<ObligationResult> results, ProofReport report)
    {
        writer.WriteStartElement("testsuite");
        Attributes(writer,
            ("name", operation),
            ("tests", $"{results.Count}"),
            ("failures", $"{results.Count(result => result.Outcome == Outcome.Refuted)}"),
            ("errors", $"{results.Count(result => result.Outcome == Outcome.Error)}"),
            ("skipped", $"{results.Count(result => IsOpen(result.Outcome))}"),
            ("time", Seconds(results)));
        writer.WriteStartElement("properties");
        foreach (var (name, value) in new[] { ("solver", $"{report.Solver.Name} {report.Solver.Version}"), ("ir_hash", report.IrHash) })
        {
            writer.WriteStartElement("property");
            Attributes(writer, ("name", name), ("value", value));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        foreach (var result in results) WriteCase(writer, result);
        writer.WriteEndElement();
    }

    static void WriteCase(XmlWriter writer, ObligationResult result)
    {
        var obligation = result.Obligation;
        writer.WriteStartElement("testcase");
        Attributes(writer,
            ("classname", obligation.Operation),
            ("name", $"{obligation.Kind} {obligation.Clause} at {obligation.Place}"),
            ("time", Seconds([result])));
        if (result.Outcome != Outcome.Proved)
        {
            var text = string.Join('\n', FailureText.Findings(result).Prepend($"{obligation.ClausePlace}: the clause {obligation.Clause}").Prepend(FailureText.Headline(result)));
            if (IsOpen(result.Outcome)) writer.WriteElementString("skipped", Clean(text));
            else Verdict(writer, result.Outcome == Outcome.Refuted ? "failure" : "error", Words.Of(result.Outcome), FailureText.Headline(result), text);
        }

        writer.WriteEndElement();
    }

    static void Verdict(XmlWriter writer, string element, string type, string message, string text)
    {
        writer.WriteStartElement(element);
        Attributes(writer, ("type", type), ("message", message));
        writer.WriteString(Clean(text));
        writer.WriteEndElement();
    }

    static bool IsOpen(Outcome outcome) => outcome is Outcome.Unknown or Outcome.OutOfResource;

    static void Attributes(XmlWriter writer, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes) writer.WriteAttributeString(name, Clean(value));
    }

    static string Seconds(IEnumerable<ObligationResult> results) =>
        results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Time).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>What a solver says may hold characters that XML does not have.</summary>
    static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
