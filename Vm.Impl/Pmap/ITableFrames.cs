namespace Vm.Pmap;

/// <summary>Where page-table pages come from.</summary>
public interface ITableFrames
{
    /// <summary>How many can still be taken.</summary>
    int Free { get; }

    /// <summary>Takes a frame, of any contents. The caller holds no lock of the pmap: the page module has locks of its own.</summary>
    uint Take();

    /// <summary>Gives a frame back. The caller holds no lock of the pmap.</summary>
    void Return(uint frame);
}
