using System;
using System.Threading;
using Dynptrs.Kernel;
using WhoStartsWhat;

// Prints each program that is started on this machine, until Ctrl+C.
using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    end.Cancel();
};

try
{
    using var watch = Watch.Begin();
    Console.WriteLine("Watching. Ctrl+C ends.");
    await foreach (var started in watch.ReadAllAsync(end.Token))
        Console.WriteLine(started);
}
catch (BpfLoadException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (OperationCanceledException)
{
}

return 0;
