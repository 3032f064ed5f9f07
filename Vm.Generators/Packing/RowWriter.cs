using Vm.Generators.Common;

namespace Vm.Generators.Packing;

/// <summary>Writes the generated part of a <see cref="RowModel"/>.</summary>
static class RowWriter
{
    public static string Write(RowModel model)
    {
        var writer = new SourceWriter(DescribeWriter.Using);
        using (writer.Open(model.Place, DescribeWriter.Interface)) DescribeWriter.Write(writer, model.Fields);
        return writer.ToString();
    }
}
