using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests.Formats;

/// <summary>What <c>--format junit</c> prints meets the schema by which Jenkins reads such files.</summary>
public sealed class JUnitTests
{
    [Fact]
    public Task JUnit_OfEachOutcome_IsValidAndAsReviewed()
    {
        var text = SampleProof.Text(ProofFormat.Junit);

        Assert.Empty(Complaints(text));
        return Verifier.Verify(text);
    }

    [Fact]
    public void JUnit_OfAProof_HasACaseForEachObligation()
    {
        var text = Cli.Run("prove", "--operation", "Init", "--format", "junit").Output;
        var suite = Assert.Single(XDocument.Parse(text).Root!.Elements("testsuite"));

        Assert.Empty(Complaints(text));
        Assert.Equal("Init", (string?)suite.Attribute("name"));
        Assert.True((int)suite.Attribute("tests")! > 0);
        Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count(test => test.IsEmpty));
    }

    [Fact]
    public void JUnit_WithoutAProof_IsAnError()
    {
        var output = new StringWriter();
        ProofReports.WriteFailure(output, new Failure(4, "the Z3 library is missing"), ProofFormat.Junit);

        Assert.Empty(Complaints(output.ToString()));
        Assert.Equal("the Z3 library is missing", XDocument.Parse(output.ToString()).Descendants("error").Single().Value);
    }

    [Fact]
    public void JUnit_OfWhatXmlCannotHold_IsStillXml() => Assert.Empty(Complaints(SampleProof.Text(
        ProofFormat.Junit, SampleProof.Report(SampleProof.Result(Outcome.Unknown, note: "\u001b[31m a < b & c ]]>")))));

    /// <summary>The must-fail twin: the schema is looked at.</summary>
    [Theory]
    [InlineData("<failure", "</failure>", "<fault", "</fault>")]
    [InlineData("tests=\"5\"", "<testcase", "", "<testcase")]
    public void Schema_OfABrokenReport_IsNotMet(string first, string second, string instead, string insteadOfSecond) =>
        Assert.NotEmpty(Complaints(SampleProof.Text(ProofFormat.Junit)
            .Replace(first, instead, StringComparison.Ordinal).Replace(second, insteadOfSecond, StringComparison.Ordinal)));

    static List<string> Complaints(string text)
    {
        var complaints = new List<string>();
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(TestData.Root, "tests", "data", "schemas", "junit.xsd"));
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
            Schemas = schemas,
        };
        settings.ValidationEventHandler += (_, complaint) => complaints.Add(complaint.Message);
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
        }

        return complaints;
    }
}
