import { closed, opened, openedDepartment } from '../testing/facts';
import { asked, given, happened, recorded } from '../testing/scenario';
import { STANDARD_SETTINGS, type WatchSettings } from './watching';

const settings: WatchSettings = {
  limits: { ...STANDARD_SETTINGS.limits, usedUp: 95 },
  off: ['other-items'],
  curve: [
    { month: 6, percent: 45 },
    { month: 12, percent: 100 },
  ],
};
const set = (more: object = {}) => asked('SetWatching', { ...settings, ...more });
const limits = (more: object) => set({ limits: { ...settings.limits, ...more } });

it('a department says how it and its units are watched; the same again records nothing', () => {
  given(openedDepartment).when(set()).then(happened('WatchingSet', settings));
  const before = recorded(happened('WatchingSet', settings), 'before', '管理员', set());
  given(openedDepartment, before).when(set(), { commandId: 'again' }).then();
  given(openedDepartment, before).when(set(STANDARD_SETTINGS)).then(happened('WatchingSet', STANDARD_SETTINGS));
  given(openedDepartment, closed).when(set()).thenRefused('year-closed');
});

it('a unit of a department does not', () => given(opened).when(set()).thenRefused('set-by-the-department', '301'));

test.each([
  [limits({ usedUp: 0 }), 'bad-watch-limit', '指标支付超过全年预算数百分之多少'],
  [limits({ usedUp: 101 }), 'bad-watch-limit', '1–100'],
  [limits({ usedUp: 90.5 }), 'bad-watch-limit', '整数'],
  [limits({ usedUp: undefined }), 'bad-watch-limit', '1–100'],
  [limits({ twoYearsMonth: 13 }), 'bad-watch-limit', '1–12'],
  [limits({ lagWarn: 30 }), 'bad-watch-limit', '不能小于'],
  [limits({ patience: 3 }), 'unknown-word', 'patience'],
  [set({ off: ['all'] }), 'unknown-word', 'all'],
  [set({ curve: [] }), 'bad-target-curve', '至少'],
])('%j is refused', (what, rule, says) => given(openedDepartment).when(what).thenRefused(rule, says));

test.each([
  [9, 75, 6, 80],
  [6, 50, 9, 40],
  [13, 50, 14, 60],
  [6, 101, 9, 102],
  [6, 50.5, 9, 60],
  [6, 50, 6, 60],
])('the curve %i月 %f%%, %i月 %f%% is refused', (month, percent, later, more) => {
  const curve = [
    { month, percent },
    { month: later, percent: more },
  ];
  given(openedDepartment).when(set({ curve })).thenRefused('bad-target-curve', '有误');
});
