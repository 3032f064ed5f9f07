using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>The arguments of a recorded operation, their names resolved to the component's rows.</summary>
sealed class Arguments(Node values, Names names)
{
    public Node this[string name] => values[name];

    public PageId Page(string name) => names.Page(values[name]);

    public ObjectId Object(string name) => names.Object(values[name]);

    public ulong Number(string name) => values[name].Number();

    public bool Flag(string name) => values[name].Flag();
}
