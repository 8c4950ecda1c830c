import { recordingUnder, type Unit, upwards } from '../../apps/web/src/frame/unit-tree';

const unit = (code: string, parent: string | null, type = 'institution'): Unit => ({
  code,
  name: code,
  parent,
  type,
  closed: false,
});
const TREE = [
  unit('7', null, 'department'),
  unit('71', '7', 'administrative'),
  unit('711', '71'),
  unit('72', '7'),
  unit('8', null, 'administrative'),
];
const codesUnder = (code: string): string[] => recordingUnder(code, TREE).map((each) => each.code);

describe('the units that a page records on', () => {
  it('are those below the unit shown and itself, also where it has units below, but never a department', () => {
    expect(codesUnder('7')).toEqual(['71', '711', '72']);
    expect(codesUnder('71')).toEqual(['71', '711']);
    expect(codesUnder('711')).toEqual(['711']);
    expect(codesUnder('8')).toEqual(['8']);
    expect(codesUnder('9')).toEqual([]);
  });

  it('are found although parents lead in a circle', () => {
    const circle = [unit('1', '2'), unit('2', '1')];
    expect(upwards('1', circle)).toEqual(['1', '2']);
    expect(recordingUnder('2', circle).map(({ code }) => code)).toEqual(['1', '2']);
  });
});
