// Solve chains with planegcs. Reads one JSON list of {sides, start} from standard input, writes a line for each:
// {seconds, places}. The folder that holds its node_modules is the first argument.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(process.argv[2] + "/");
const { init_planegcs_module, GcsWrapper, Algorithm } = await import(
  pathToFileURL(require.resolve("@salusoft89/planegcs")).href
);

function primitives(sides, start) {
  const n = sides.length;
  const list = start.map(([x, y], at) => ({
    id: `p${at}`, type: "point", x: at ? x : 0, y: at ? y : 0, fixed: at === 0,
  }));
  const joint = (at) => `p${at}`;
  const apex = (at) => `p${n + 1 + at}`;
  sides.forEach((lengths, at) => {
    const center = `p${2 * n + 1 + at}`;
    list.push({ id: `c${at}`, type: "circle", c_id: center, radius: 4 });
    const ends = [[joint(at), joint(at + 1)], [joint(at + 1), apex(at)], [apex(at), joint(at)]];
    ends.forEach(([p, q], side) => {
      const line = `l${at}_${side}`;
      list.push({ id: line, type: "line", p1_id: p, p2_id: q });
      list.push({ id: `d${line}`, type: "p2p_distance", p1_id: p, p2_id: q, distance: lengths[side] });
      list.push({ id: `t${line}`, type: "tangent_lc", l_id: line, c_id: `c${at}` });
    });
    list.push(at
      ? { id: `h${at}`, type: "perpendicular_ll", l1_id: `l${at - 1}_0`, l2_id: `l${at}_0` }
      : { id: "h0", type: "horizontal_l", l_id: "l0_0" });
  });
  return list;
}

for (const { sides, start } of JSON.parse(readFileSync(0, "utf8"))) {
  const wasm = await init_planegcs_module();
  const sketch = new GcsWrapper(new wasm.GcsSystem());
  sketch.set_max_iterations(200);
  const list = primitives(sides, start);
  const begun = process.cpuUsage();
  sketch.push_primitives_and_params(list);
  const status = sketch.solve(Algorithm.DogLeg);
  const { user, system } = process.cpuUsage(begun);
  sketch.apply_solution();
  const places = start.map((_, at) => {
    const point = sketch.sketch_index.get_primitive_or_fail(`p${at}`);
    return [point.x, point.y];
  });
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, places: status <= 1 ? places : null }));
  sketch.destroy_gcs_module();
}
