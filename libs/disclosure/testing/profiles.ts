import { parseProfiles, type ProfileFile } from '../src/profile/parse-profiles';

/** What reads a folder: the specs bring Node's, since a pure library knows no file. */
interface Reader {
  readonly readdirSync: (folder: string) => string[];
  readonly readFileSync: (file: string, encoding: 'utf8') => string;
}

/** Every file of the profiles' folders, named `standard/income.yaml`. */
export const profileFiles = ({ readdirSync, readFileSync }: Reader, folder: string): ProfileFile[] =>
  readdirSync(folder).flatMap((id) =>
    readdirSync(`${folder}/${id}`).map((file) => ({
      name: `${id}/${file}`,
      text: readFileSync(`${folder}/${id}/${file}`, 'utf8'),
    })),
  );

/** The profiles as they are delivered. */
export const allProfiles = (reader: Reader, folder: string) => parseProfiles(profileFiles(reader, folder));
