package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** English words by what they say behind a number. */
final class Nouns {

    /** Always of armed forces. */
    private static final Set<String> SOLDIERS = words("""
            troops soldiers servicemen servicewomen servicemembers gis marines sailors airmen combatants paratroopers
            conscripts reservists sappers infantrymen commandos troopers guardsmen grunts forces personnel
            combat-soldiers peacekeepers troop soldier warfighters militiamen ensigns lieutenants corporals
            sergeants augmentees katusas servicepersons submariners riflemen mercenaries""");

    /** Of armed forces where the sentence is about them, people otherwise. */
    private static final Set<String> SOLDIERS_IN_CONTEXT = words("""
            men officers engineers casualties dead fighters guards members recruits generals commanders infantry
            artillerymen killed wounded deserters captives prisoners pows fatalities deaths deminers builders""");

    private static final Set<String> PEOPLE = words("""
            people persons adults visitors workers employees residents civilians refugees lawmakers senators
            legislators students officials individuals technicians musicians guests sponsors democrats republicans
            delegates experts activists protesters protestors demonstrators defectors laborers labourers arrivals
            directors ministers scientists monitors observers passengers fans citizens survivors veterans voters
            respondents staff staffers crew drifters women children journalists reporters executives diplomats envoys
            police policemen hostages victims patients migrants interns specialists advisers advisors trainees pilots
            drivers hackers operatives agents analysts scholars professors teachers athletes spectators tourists
            pilgrims farmers fishermen sailors seafarers crewmen welders shipbuilders hands participants attendees
            subscribers signatories nationals foreigners expatriates inmates detainees escapees orphans villagers
            islanders inspectors negotiators representatives congressmen parliamentarians mps governors mayors
            contractors consultants auditors programmers coders accomplices suspects brokers smugglers guides clerks
            nurses doctors medics spies attaches cadets applicants users customers person member backers
            sympathizers mourners followers coaches players singers actors dancers cooks volunteers
            helpers friends retirees pensioners taxpayers leaders nominees wrestlers pedestrians cosponsors
            co-sponsors apprentices alumni prosecutors newlyweds contestants youths pupils ambassadors outpatients
            settlers miners physicians captains investors entrepreneurs bankers brides babies births lobbyists
            servants lawyers judges chefs swimmers evacuees returnees hikers stewards commuters authors
            speakers descendants colleagues kids neighbours neighbors schoolchildren runners marathoners joggers listeners viewers readers relatives widows believers pastors priests
            monks nuns fathers mothers parents siblings couples inhabitants borrowers revelers revellers folks seniors
            planners teens teenagers toddlers infants boys girls buyers shoppers renters homeowners motorists cyclists
            divers climbers rescuers donors recipients beneficiaries claimants plaintiffs defendants gunmen attackers
            militants rebels insurgents traffickers couriers tenants locals natives souls brits filipinos poles czechs
            commissioners councillors councilors chairmen appointees hires graduates academics cosmonauts astronauts
            chargés influencers trick-or-treaters candidates regulars strikers unionists servicepersons convicts
            consumers owners holders managers interpreters translators missionaries guardians adoptees seamstresses northerners""");

    /** Told of even by a number in words: {@code two reactors}, but two leaders are hardly a figure. */
    private static final Set<String> THINGS = words("""
            missiles warheads rockets shells rounds balloons drones uavs submarines subs warships ships vessels boats
            destroyers frigates corvettes carriers bombers jets aircraft warplanes planes helicopters choppers tanks
            howitzers launchers batteries brigades battalions squadrons regiments companies firms subsidiaries banks
            entities reactors weapons bombs nukes satellites bases loudspeakers platforms buoys shipments flights
            trains trucks vehicles containers shipyards factories tests launches explosions tunnels interceptors
            torpedoes mines guns mortars icbms tankers freighters cargoes trawlers lifters airlifters gunships apaches chinooks raptors patriots reapers thunderbolts
            projectiles lancers migs falcons globemasters stratofortresses superfortresses fighters organizations organisations smelters plants spacecraft silos centrifuges buses lorries bodies
            houses homes schools hospitals barrels salvos salvoes volleys lawsuits cruisers patrols nations countries
            cartels drugs manufacturers makers units posts groups computers airlines escorts contracts icebreakers
            modules towers affiliates cubesats concerts visits""");

    /** What is measured, not counted. */
    private static final Set<String> MEASURES = words("""
            year years month months week weeks day days hour hours minute minutes second seconds decade decades
            century centuries quarter quarters km kilometers kilometres kilometer kilometre mile miles meter meters
            metre metres foot feet ft inch inches yard cm mm nautical knots degrees degree ton tons tonne tonnes
            kilogram kilograms kg gram grams kilos liters litres gallons acres hectares megawatts gigawatts kilowatts
            megawatt gigawatt mw gw kilotons kiloton megatons megaton hertz points point times fold percent percentage
            p.m a.m p.m. a.m. pm am cent cents abstentions o'clock sq square cubic mph g yrs nights weekends seasons semesters stories storeys axles
            stars basis kt kilonewtons newtons pages paragraphs kilojoules per""");

    /** Ends the words that may stand between a number and its noun. */
    private static final Set<String> STOPS = words("""
            in on at by to from for with of as and or but nor that which who whom when while after before since until
            till during over under than via amid against between through into onto about around near is are was were
            be been being has have had will would could should may might can must do does did not said says say it its
            their his her our your they he she we you i this these those there a an the if so because though although
            now today yesterday last next set then permanently
            tomorrow remains remain remained includes means shows makes takes goes comes gets adds
            stays sits stands becomes begins ends looms leaves concludes continues starts opens closes follows gives
            runs seems needs wants apart ago earlier later each every any no also only just once out up down off
            across along toward towards within without despite per vs versus plus minus fewer less january february
            march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
            nov dec won yen dollars agreement below above beyond what whose where whether how why unless isn't
            approves inactivates urges vows attends sends warns seeks rejects denies agrees loses rebuilds unveils
            arrives meets joins leads deploys imposes absent falls hails slams condemns resumes completes""");

    private static final Set<String> IRREGULAR_PLURALS =
            words("people men women children staff police aircraft craft spacecraft personnel crew dead infantry mps");

    private static final Set<String> AIRBORNE =
            words("jet stealth f-35 f-16 f-15 fighter warplane bomber raptor aircraft kf f");

    /** Behind a name and a number they are verbs more often: {@code Iron Mace 26 tests how}. */
    private static final Set<String> ALSO_VERBS =
            words("tests launches guns guards guides houses mines patrols ships trains "
                    + "shells rockets bombs drones hands dances users flights banks helpers");

    private static final Set<String> CIVIL =
            words("civilian embassy medical consular rescue police technical hospital");

    /** Soldiers if an army's: {@code 5,000 military construction workers}. */
    private static final Set<String> WORKERS = words(
            "workers builders specialists advisers advisors instructors engineers technicians laborers labourers");

    private static final Set<String> ENLISTED = words("military army combat");

    private static final Set<String> NO_PLURALS =
            words("news series politics congress access process progress crisis basis "
                    + "status focus virus campus bonus census consensus surplus express press less cross across pass gas bus plus yes "
                    + "physics ethics economics u.s.");

    private Nouns() {}

    static boolean isMeasure(String word) {
        return MEASURES.contains(word);
    }

    static boolean isStop(String word) {
        return STOPS.contains(word);
    }

    /** Whether the word may be what is counted: a plural, or a name of people of a nation. */
    static boolean isCountable(Word word) {
        String text = word.text();
        boolean regular = (text.length() > 3 || isDesignated(text))
                && text.endsWith("s")
                && !text.endsWith("ss")
                && !text.endsWith("'s")
                && !NO_PLURALS.contains(text);
        boolean ofMen = text.endsWith("men") && PEOPLE.contains(text);
        return regular || ofMen || IRREGULAR_PLURALS.contains(text) || SOLDIERS.contains(text);
    }

    /** {@code K2s}. */
    private static boolean isDesignated(String text) {
        return text.length() == 3 && Letters.isDigit(text.charAt(1));
    }

    /** {@code Chinese}, {@code Japanese}: people, if no noun follows. */
    static boolean isNation(Word word) {
        return word.capital() && word.text().length() > 5 && word.text().endsWith("ese");
    }

    static boolean isConcrete(String word) {
        return THINGS.contains(word)
                || isOfSoldiers(word)
                || SOLDIERS_IN_CONTEXT.contains(word)
                || PEOPLE.contains(word);
    }

    /** {@code Koreans}: people of a nation, told of even by a number in words. */
    static boolean isNationals(Word noun) {
        return noun.capital() && noun.text().endsWith("ans");
    }

    static boolean isAlsoVerb(String word) {
        return ALSO_VERBS.contains(word);
    }

    static boolean isOfSoldiers(String word) {
        return SOLDIERS.contains(word);
    }

    /** What the noun counts, given the words between number and noun and whether the sentence is about armed forces. */
    static Measure measure(Word noun, List<Word> modifiers, BooleanSupplier military) {
        String word = noun.text();
        String modifier =
                modifiers.isEmpty() ? "" : modifiers.get(modifiers.size() - 1).text();
        if (WORKERS.contains(word) && modifiers.stream().anyMatch(at -> ENLISTED.contains(at.text()))) {
            return Measure.TROOPS;
        }
        if (word.equals("members") && modifier.equals("service")) {
            return Measure.TROOPS;
        }
        if (word.equals("fighters") && AIRBORNE.contains(modifier)) {
            return Measure.THINGS;
        }
        if (SOLDIERS.contains(word)) {
            return CIVIL.contains(modifier) ? Measure.PEOPLE : Measure.TROOPS;
        }
        boolean ofNorth = word.equals("koreans") && modifier.equals("north");
        if (SOLDIERS_IN_CONTEXT.contains(word) || ofNorth) {
            return military.getAsBoolean() ? Measure.TROOPS : Measure.PEOPLE;
        }
        return PEOPLE.contains(word) || isByName(noun) ? Measure.PEOPLE : Measure.THINGS;
    }

    /** {@code Koreans}, {@code lobbyists}, {@code trainees}. */
    private static boolean isByName(Word noun) {
        String word = noun.text();
        return (noun.capital() && (word.endsWith("ans") || word.endsWith("ese") || word.endsWith("is")))
                || word.endsWith("ists")
                || word.endsWith("icians")
                || word.endsWith("eers")
                || word.endsWith("men")
                || word.endsWith("women")
                || word.endsWith("workers");
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
