import type { Check } from '../check.js';
import type { Part } from './components.js';
import { described, type HealthDraft } from './drafts.js';
import { healthFile, type HealthBand, type HealthComponent, type HealthProfile } from './model.js';
import { scaleOf } from './scale.js';
import type { ComponentYml, HealthYml, ProfileYml } from './yml.js';

/** What `health.yml` says as plain data; null after telling every component that cannot be scored. */
export function healthDraft(yml: HealthYml, { found }: Check): HealthDraft | null {
  const report = found.in(healthFile);
  const read = Object.entries(yml.profiles).map(([name, profile]) => {
    const components = Object.entries(profile.components).map(([component, given]) => {
      const place = { path: ['profiles', name, 'components', component], report };
      return { place, component: componentOf(component, given, place) };
    });
    const sound = components.flatMap(({ component }) => component ?? []);
    return { profile: profileOf(name, profile, yml, sound), components };
  });
  const parts = read.flatMap(({ profile, components }) =>
    components.map(({ component, place }): Part | null => component && { profile, component, place }),
  );
  const sound = parts.filter((part) => part !== null);
  if (sound.length < parts.length) return null;
  return {
    description: yml.description ?? 'How likely the customer is to stay',
    profiles: read.map(({ profile }) => profile),
    bands: bandsOf(yml),
    parts: sound,
  };
}

const profileOf = (
  name: string,
  profile: ProfileYml,
  yml: HealthYml,
  components: readonly HealthComponent[],
): HealthProfile => ({
  ...described(name, profile),
  ...(profile.where ? { where: profile.where } : {}),
  model: profile.model ?? yml.model ?? 'weighted',
  missing: profile.missing ?? yml.missing ?? 'exclude',
  coverage: profile.coverage ?? yml.coverage ?? 0.5,
  components,
});

function componentOf(name: string, yml: ComponentYml, place: Part['place']): HealthComponent | null {
  const scale = scaleOf(yml, place);
  const { attribute, weight, max_age: most, date } = yml;
  if (most !== undefined && date === undefined)
    place.report(
      'MISSING_KEY',
      [...place.path, 'date'],
      '`max_age` needs `date`: the attribute with the day of the value',
    );
  if (date !== undefined && most === undefined)
    place.report('MISSING_KEY', [...place.path, 'max_age'], '`date` needs `max_age`: how old the value may be');
  if (scale === null || (most === undefined) !== (date === undefined)) return null;
  const age = most === undefined || date === undefined ? {} : { age: { date, most } };
  return { ...described(name, yml), attribute, weight, scale, ...age };
}

const bandsOf = ({ bands }: HealthYml): readonly HealthBand[] =>
  Object.entries(bands)
    .map(([name, from]) => ({ name, from }))
    .sort((a, b) => b.from - a.from);
