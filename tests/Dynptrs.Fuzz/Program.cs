using System;
using Dynptrs.Fuzz;
using Dynptrs.Fuzz.Running;

if (FuzzOptions.TryParse(args) is not { } options)
{
    Console.WriteLine(FuzzOptions.Usage);
    return 2;
}

return options.Role switch
{
    FuzzRole.Worker => await Worker.RunAsync(options),
    FuzzRole.Trial => await Trial.RunAsync(options),
    _ => await Campaign.RunAsync(options),
};
