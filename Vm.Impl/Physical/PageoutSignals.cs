namespace Vm.Physical;

/// <summary>
/// What the pageout daemon waits for. Both signals stay until they are taken, so none is lost between the end of a scan and
/// the wait behind it.
/// </summary>
public sealed class PageoutSignals : IDisposable
{
    /// <summary>Somebody asked for the daemon (<c>vm_pageout_requested</c>).</summary>
    readonly AutoResetEvent requested = new(false);

    /// <summary>The daemon can go on (<c>vm_pageout_continue</c>).</summary>
    readonly AutoResetEvent laundryDone = new(false);

    /// <summary>Memory is short (<c>vm_pageout_start</c>).</summary>
    public void Start() => requested.Set();

    /// <summary>The pages that the daemon waits for are clean (<c>vm_pageout_resume</c>).</summary>
    public void Resume() => laundryDone.Set();

    /// <summary>Whether memory was short since the last call.</summary>
    public bool TakeRequest() => requested.WaitOne(0);

    /// <summary>Waits until memory is short.</summary>
    /// <returns>False if the daemon is to end.</returns>
    public bool WaitForRequest(CancellationToken end) => WaitHandle.WaitAny([requested, end.WaitHandle]) == 0;

    /// <summary>Waits until laundry is done, but no longer than a time: a pager may never answer.</summary>
    public void WaitForLaundry(TimeSpan atMost, CancellationToken end) =>
        WaitHandle.WaitAny([laundryDone, end.WaitHandle], atMost);

    /// <inheritdoc/>
    public void Dispose()
    {
        requested.Dispose();
        laundryDone.Dispose();
    }
}
