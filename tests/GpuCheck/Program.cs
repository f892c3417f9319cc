// What the product does on a CUDA device. Each stage is a process of its own, started by run.sh.
// GAN_CHECK_DEVICE is cuda (default) or cpu, which tries the stages themselves where there is no GPU.
using System.Globalization;
using GpuCheck;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return args switch
    {
        ["load"] => Load.Run(),
        ["math"] => Arithmetic.Run(),
        ["micro"] => Micro.Run(),
        ["games", .. var part] => Games.Run(part is [var only, ..] ? only : null),
        ["same"] => Same.Run(isShort: false),
        ["fit", .. var how] => Fits.Run(how),
        ["ort"] => Ort.Run(),
        ["short"] => Load.Run() + Arithmetic.Run() + Fits.Run(["short"]) + Games.Run(only: null) + Same.Run(isShort: true) == 0 ? 0 : 1,
        ["worker", var game, var steps] => Worker.Run(game, int.Parse(steps, CultureInfo.InvariantCulture)),
        ["export", var folder] => Ort.Export(folder),
        ["cases"] => Cases.List(),
        _ => Usage(),
    };
}
catch (Exception e)
{
    Console.WriteLine($"FAILED {args.FirstOrDefault()}: {e}");
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("GpuCheck load|math|fit [tf32]|games [PART]|ort|same|micro|short|worker CASE STEPS|export FOLDER|"
        + "cases");
    return 2;
}
